import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Item } from "../platform/table.ts";
import {
  applyTalent,
  approveTalent,
  changeTalent,
  chooseTalentConsent,
  declineTalent,
  deriveTalentEvents,
  getTalent,
  leaveTalents,
  listPublicTalents,
  listTalents,
  readTalent,
  seeTalent,
} from "./index.ts";
import { talentLink } from "./link.ts";
import { tellTalent } from "./reactions.ts";
import type { ApplyTalent } from "./schema.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
let made = 0;
const filled = (patch: object = {}) =>
  ({
    name: "赵示例",
    organisation: "示例大学",
    title: "教授",
    expertise: "激光器、光学薄膜，专利布局,激光器",
    chains: ["photonics"],
    introduction: "二十年从事半导体激光器研究，擅长封装与可靠性。",
    email: `talent${made++}@example.com`,
    phone: "+86 138-0000-0000",
    locale: "zh-CN",
    pool: "yes",
    ...patch,
  }) as unknown as ApplyTalent;
const all = async () => (await world.scan()).filter((i) => i.type === "talent") as Item[];
const apply = async (patch: object = {}) => {
  const form = filled(patch);
  await applyTalent(world.ctx(), form);
  const item = (await all()).find((i) => i.email === form.email) as Item & { id: string; person: string; version: number };
  return { id: item.id, talentId: item.id, version: item.version, token: talentLink.token(world.ctx(), item), email: form.email };
};
const stored = async (id: string) => (await all()).find((i) => i.id === id) as Item;
const events = (before: Item | undefined, after: Item) => deriveTalentEvents.talent?.({ before, after }) ?? [];

describe("applyTalent", () => {
  it("keeps each consent on its own, with text version, time and source", async () => {
    const { talentId } = await apply({ exchange: "yes" });
    const { consents, expertise, phone } = await getTalent(reviewer(), { talentId });
    const at = world.clock.now.toISOString();
    expect(consents).toEqual([
      { purpose: "talent-pool", version: "2026-11-01", at, source: "form" },
      { purpose: "talent-exchange", version: "2026-11-01", at, source: "form" },
    ]);
    expect(expertise).toEqual(["激光器", "光学薄膜", "专利布局"]);
    expect(phone).toBe("+8613800000000");
  });

  it("answers a repeated application like the first, changes nothing, and asks for the link once more", async () => {
    const form = filled();
    const first = await applyTalent(world.ctx(), form);
    const before = await all();
    expect(await applyTalent(world.ctx(), { ...form, name: "冒名者", email: form.email.toUpperCase() })).toEqual(first);
    expect(await all(), "within ten minutes").toEqual(before);
    world.clock.advance(11 * 60_000);
    expect(await applyTalent(world.ctx(), form)).toEqual(first);
    const after = await all();
    expect(after).toHaveLength(before.length);
    const [was, is] = [before, after].map((items) => items.find((i) => i.email === form.email)) as [Item, Item];
    expect(is.name).toBe("赵示例");
    expect(events(was, is)).toEqual([{ name: "talent.link-asked", data: { talentId: is.id } }]);
  });

  it("keeps one of many applications at once", async () => {
    const form = filled();
    await Promise.all(Array.from({ length: 8 }, () => applyTalent(world.ctx(), form)));
    expect((await all()).filter((i) => i.email === form.email)).toHaveLength(1);
  });

  it("takes a new application once a declined one was tidied away", async () => {
    const { id, talentId, version, email } = await apply();
    await declineTalent(reviewer(), { talentId, version, remark: "信息不完整。" });
    const TableName = "lingxi";
    await world.client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: `talent#${id}` }, sk: { S: "talent" } } }));
    await applyTalent(world.ctx(), filled({ email }));
    await applyTalent(world.ctx(), filled({ email }));
    expect((await all()).filter((i) => i.email === email).map((i) => i.status)).toEqual(["applied"]);
  });

  it("names everything that is wrong, and writes nothing", async () => {
    const before = await world.scan();
    const wrong = applyTalent(
      world.ctx(),
      filled({ name: "", expertise: "、，", chains: ["nowhere"], introduction: "短", email: "x", phone: "abc", pool: "" }),
    );
    const { fields } = await wrong.catch((e) => e);
    expect(fields.map((f: { field: string }) => f.field.split(".")[0]).sort()).toEqual([
      "chains",
      "email",
      "expertise",
      "introduction",
      "name",
      "phone",
      "pool",
    ]);
    for (const patch of [
      { name: {} },
      {
        expertise: Array(11)
          .fill("a")
          .map((a, i) => a + i),
      },
      { chains: [] },
      { profile: "maybe" },
      { title: "长".repeat(81) },
    ])
      await expect(applyTalent(world.ctx(), filled(patch)), JSON.stringify(patch)).rejects.toMatchObject({
        reason: "input.invalid",
      });
    expect(await world.scan()).toEqual(before);
  });
});

describe("the profile", () => {
  it("is public only with approval and consent, carries no contact data, and goes with the consent at once", async () => {
    const { id, talentId, version, token } = await apply();
    const hidden = () => expect(readTalent(world.ctx(), { talentId })).rejects.toMatchObject({ code: "not-found" });
    await hidden();
    await approveTalent(reviewer(), { talentId, version });
    await hidden();
    await chooseTalentConsent(world.ctx(), { token, purpose: "talent-profile", given: true });
    const open = await readTalent(world.ctx(), { talentId });
    expect(open.name).toBe("赵示例");
    expect(JSON.stringify(open)).not.toMatch(/@example|13800000000/);
    expect((await listPublicTalents(world.ctx(), {})).items.map((t) => t.id)).toContain(talentId);

    const before = await stored(id);
    await chooseTalentConsent(world.ctx(), { token, purpose: "talent-profile", given: false });
    expect(events(before, await stored(id))).toEqual([{ name: "talent.changed", data: { talentId } }]);
    await hidden();
    expect((await listPublicTalents(world.ctx(), {})).items.map((t) => t.id)).not.toContain(talentId);
    await chooseTalentConsent(world.ctx(), { token, purpose: "talent-profile", given: true });
    const { consents } = await seeTalent(world.ctx(), { token });
    expect(consents.filter((k) => k.purpose === "talent-profile").map((k) => [k.source, Boolean(k.withdrawnAt)])).toEqual([
      ["link", true],
      ["link", false],
    ]);
  });

  it("is reviewed again when what it says changes, not for a telephone number", async () => {
    const { talentId, version, token } = await apply({ profile: "yes" });
    await approveTalent(reviewer(), { talentId, version });
    const { email: _email, pool: _pool, profile: _profile, ...same } = filled({ profile: "yes" });
    expect(await changeTalent(world.ctx(), { ...same, phone: "13900000000", token, version: 2 })).toEqual({ status: "approved" });
    expect(await changeTalent(world.ctx(), { ...same, title: "院士", token, version: 3 })).toEqual({ status: "applied" });
    await expect(readTalent(world.ctx(), { talentId })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeTalent(world.ctx(), { ...same, token, version: 3 })).rejects.toMatchObject({ reason: "record.changed" });
  });
});

describe("leaving", () => {
  it("erases every personal field at once, keeps the consents as proof, and frees the place", async () => {
    const { id, talentId, version, token, email } = await apply({ profile: "yes" });
    await approveTalent(reviewer(), { talentId, version });
    const before = await stored(id);
    await leaveTalents(world.ctx(), { token });
    expect(await leaveTalents(world.ctx(), { token })).toEqual({ status: "withdrawn" });
    const after = await stored(id);
    expect(JSON.stringify(after)).not.toMatch(/赵示例|示例大学|教授|激光|photonics|@example|13800000000/);
    expect((after.consents as { withdrawnAt?: string }[]).every((k) => k.withdrawnAt)).toBe(true);
    expect(after.expiresAt).toBeGreaterThan(world.clock.now.getTime() / 1000 + 1000 * 86_400);
    expect(events(before, after)).toEqual([
      { name: "talent.changed", data: { talentId } },
      { name: "talent.left", data: { talentId } },
    ]);
    await expect(chooseTalentConsent(world.ctx(), { token, purpose: "talent-profile", given: true })).rejects.toMatchObject({
      reason: "talent.left",
    });
    await applyTalent(world.ctx(), filled({ email }));
    expect((await all()).filter((i) => i.email === email).map((i) => i.status)).toEqual(["applied"]);
  });
});

describe("the review", () => {
  it("approves or declines with a reason, and refuses what the state or the version does not allow", async () => {
    const { talentId, version } = await apply();
    await expect(declineTalent(reviewer(), { talentId, version, remark: "" })).rejects.toMatchObject({ reason: "input.invalid" });
    await declineTalent(reviewer(), { talentId, version, remark: "信息不完整。" });
    await expect(approveTalent(reviewer(), { talentId, version })).rejects.toMatchObject({ reason: "record.changed" });
    await expect(approveTalent(reviewer(), { talentId, version: 2 })).rejects.toMatchObject({ reason: "talent.step" });
    await expect(approveTalent(world.ctx(staff("auditor")), { talentId, version: 2 })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    const { items } = await listTalents(world.ctx(staff("auditor")), { status: "declined" });
    expect(items).toMatchObject([{ id: talentId, status: "declined" }]);
  });
});

describe("the secret link", () => {
  it("is not found when forged, and opens nobody else", async () => {
    const [one, two] = [await apply(), await apply()];
    for (const token of ["x", "tal_none.abc", `${two.id}.${one.token.split(".")[1]}`, `${one.token}x`])
      await expect(seeTalent(world.ctx(), { token }), token).rejects.toMatchObject({ reason: "talent.link" });
  });
});

describe("tellTalent", () => {
  it("writes once for each event, and not to who has left", async () => {
    const { talentId, token } = await apply();
    const tell = (eventId: string) => tellTalent(world.ctx(system), { eventId, telling: "applied", talentId, silence: 1 });
    expect(await tell("t1")).toBe("accepted");
    expect(await tell("t1")).toBe("accepted");
    expect(world.mails).toHaveLength(1);
    await leaveTalents(world.ctx(), { token });
    expect(await tell("t2")).toBe("moved-on");
    expect(world.mails).toHaveLength(1);
  });
});
