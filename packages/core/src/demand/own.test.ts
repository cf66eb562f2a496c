import { describe, expect, it } from "vitest";
import { demandChange, demandForm, demandsIn } from "../../../../tests/support/demands.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Item } from "../platform/table.ts";
import {
  changeDemand,
  deriveDemandEvents,
  enterDemand,
  publishDemand,
  readDemand,
  requestDemandChanges,
  seeDemand,
  withdrawOwnDemand,
} from "./index.ts";
import { tellEnterprise } from "./reactions.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
const broker = () => world.ctx(staff("broker"));
const { listed, stored, submit } = demandsIn(world);
const events = (before: Item | undefined, after: Item) => deriveDemandEvents.demand?.({ before, after }) ?? [];

describe("the secret link", () => {
  it("is not found when forged, and opens no other need", async () => {
    const [one, two] = [await submit(), await submit()];
    const secret = one.token.split(".")[1];
    for (const token of ["x", "dem_none.abc", `${two.demandId}.${secret}`, `${one.token}x`, `${one.token}.x`])
      await expect(seeDemand(world.ctx(), { token }), token).rejects.toMatchObject({ reason: "demand.link" });
  });

  it("refuses a second tab that is behind", async () => {
    const { token } = await submit();
    await changeDemand(world.ctx(), { ...demandChange(), token, version: 1 });
    await expect(changeDemand(world.ctx(), { ...demandChange(), token, version: 1 })).rejects.toMatchObject({
      reason: "record.changed",
    });
  });

  it("takes what was entered out of the record when the enterprise then says that it is a state secret", async () => {
    const { demandId, token } = await submit({ problem: "不该写在这里的内容，需要清除。", effect: "不该写的效果。" });
    const change = {
      ...demandForm({ problem: "更不该写的内容，不能保存。" }),
      secrecy: "state-secret",
      token,
      version: 1,
    } as never;
    await expect(changeDemand(world.ctx(), change)).rejects.toMatchObject({ reason: "demand.state-secret" });
    expect(JSON.stringify(await world.scan())).not.toMatch(/不该写/);
    expect(JSON.stringify(await stored(demandId))).not.toMatch(/检出率|储罐|焊缝/);
    expect((await seeDemand(world.ctx(), { token })).status).toBe("withdrawn");
  });

  it("withdraws a listed need: its page is to go, the consent is taken back, and the record expires", async () => {
    const { demandId, token } = await listed();
    const before = await stored(demandId);
    await withdrawOwnDemand(world.ctx(), { token });
    expect(await withdrawOwnDemand(world.ctx(), { token })).toEqual({ status: "withdrawn" });
    const after = await stored(demandId);
    expect(events(before, after)).toEqual([
      { name: "demand.changed", data: { demandId } },
      { name: "demand.withdrawn", data: { demandId } },
    ]);
    expect((after.consent as { withdrawnAt?: string }).withdrawnAt).toBe(world.clock.now.toISOString());
    expect(after.expiresAt).toBe(Math.ceil(world.clock.now.getTime() / 1000) + 210 * 86_400);
    expect(Object.keys(after).filter((name) => name === "chainPk" || String(after[name]).startsWith("demand-state#"))).toEqual(
      [],
    );
    await expect(readDemand(world.ctx(), { demandId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("tellEnterprise", () => {
  const bodies = (n: number) =>
    Buffer.from(world.mails[n]?.raw ?? [])
      .toString("utf8")
      .split(/\r\n\r\n/)
      .map((part) => Buffer.from(part.split("\r\n--")[0] ?? "", "base64").toString("utf8"))
      .filter((part) => part.includes("dem_"));

  it("writes once for each event, in the contact's language, with the remark and the link, and nothing of a secret", async () => {
    const { demandId, version, token } = await submit({
      locale: "en",
      title: "Weld inspection",
      secrecy: "trade-secret",
      creditCode: "91610131MA00000019",
    });
    const tell = (eventId: string, status: "submitted" | "changes-requested" | "listed") =>
      tellEnterprise(world.ctx(system), { eventId, status, demandId, silence: 1 });
    expect(await tell("d1", "submitted")).toBe("accepted");
    expect(await tell("d1", "submitted")).toBe("accepted");
    expect(world.mails).toHaveLength(1);
    for (const part of bodies(0)) expect(part).toContain("check character of the credit code");
    await requestDemandChanges(reviewer(), { demandId, version, remark: "Please add <b>figures</b>." });
    expect(await tell("d2", "submitted")).toBe("moved-on");
    await tell("d3", "changes-requested");
    expect(world.mails).toHaveLength(2);
    const [text = "", html = ""] = bodies(1);
    for (const part of [text, html]) expect(part).toContain(`https://lingxi.example/en/my/demands/${token}`);
    expect(html).toContain("Please add &lt;b&gt;figures&lt;/b&gt;.");
    expect(html).not.toContain("<b>figures");
    await changeDemand(world.ctx(), { ...demandChange({ locale: "en", secrecy: "trade-secret" }), token, version: 2 });
    await publishDemand(reviewer(), { demandId, version: 3 });
    await tell("d4", "listed");
    for (const part of [0, 1, 2].flatMap(bodies)) expect(part).not.toMatch(/气孔|检出率|当场判定|91610131/);
    expect(bodies(2).every((part) => part.includes("trade secret"))).toBe(true);
  });

  it("says to a contact for whom an organiser entered it who did so", async () => {
    const { id: demandId } = await enterDemand(broker(), demandForm());
    await tellEnterprise(world.ctx(system), { eventId: "d9", status: "submitted", demandId, silence: 1 });
    expect(bodies(0)).toHaveLength(2);
    for (const part of bodies(0)) expect(part).toMatch(/主办方按您的同意，代贵单位录入/);
  });
});
