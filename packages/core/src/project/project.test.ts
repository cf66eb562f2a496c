import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Item } from "../platform/table.ts";
import {
  changeProject,
  countWaitingProjects,
  declineProject,
  deriveProjectEvents,
  getProject,
  listProjects,
  listPublicProjects,
  publishProject,
  readProject,
  requestChanges,
  seeProject,
  submitProject,
  translateProject,
  withdrawOwnProject,
  withdrawProject,
} from "./index.ts";
import { projectLink } from "./link.ts";
import { tellSupplier } from "./reactions.ts";
import type { SubmitProject } from "./schema.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
let made = 0;
const filled = (patch: object = {}) =>
  ({
    secrecy: "none",
    title: "高温合金近净成形",
    problem: "薄壁铸件变形大，返修率高。",
    advantage: "与熔模铸造相比，变形量减少六成。",
    economics: "单件成本降低 18%，两年收回设备投入。",
    chain: "titanium",
    trl: "6",
    ways: ["licence", "joint-development"],
    askingFrom: 50_000_000,
    askingTo: 120_000_000,
    name: "李示例",
    organisation: "示例研究所",
    email: `supplier${made++}@example.com`,
    phone: "13800000000",
    locale: "zh-CN",
    consent: "yes",
    ...patch,
  }) as unknown as SubmitProject;
const submit = async (patch: object = {}) => {
  const { id } = await submitProject(world.ctx(), filled(patch));
  const project = await getProject(reviewer(), { projectId: id });
  return { id, projectId: id, version: project.version, token: projectLink.token(world.ctx(), project) };
};
const stored = async (id: string) => (await world.scan()).find((i) => i.pk === `project#${id}`) as Item;
const events = (before: Item | undefined, after: Item) => deriveProjectEvents.project?.({ before, after }) ?? [];

describe("submitProject", () => {
  it("makes one project of a form that was sent twice, and answers the same", async () => {
    const submission = "01jd0000000000000000000001";
    const form = filled({ submission });
    const first = await submitProject(world.ctx(), form);
    expect(await submitProject(world.ctx(), form)).toEqual(first);
    await expect(submitProject(world.ctx(), { ...form, title: "另一个名称" })).rejects.toMatchObject({
      reason: "project.already-sent",
    });
    expect((await getProject(reviewer(), { projectId: first.id })).title["zh-CN"]).toBe("高温合金近净成形");
  });

  it("keeps nothing of a state secret, whatever else was sent, and gives a number for the desk", async () => {
    const before = await world.scan();
    const secret = { ...filled({ title: "绝密标题" }), secrecy: "state-secret" } as unknown as SubmitProject;
    for (const form of [secret, { secrecy: ["none", "state-secret"] } as unknown as SubmitProject]) {
      const refusal = await submitProject(world.ctx(), form).catch((e) => e);
      expect(refusal).toMatchObject({ reason: "project.state-secret" });
      expect(refusal.params.number).toMatch(/^LX-20261123-[2-9A-Z]{4}$/);
      expect(JSON.stringify([refusal.params, refusal.fields, refusal.message])).not.toContain("绝密标题");
    }
    expect(await world.scan()).toEqual(before);
  });

  it("names everything that is wrong at once, and writes nothing", async () => {
    const before = await world.scan();
    const wrong = submitProject(
      world.ctx(),
      filled({
        title: " ",
        problem: "短",
        advantage: "长".repeat(2001),
        chain: "__proto__",
        trl: "10",
        ways: [],
        askingFrom: 5,
        askingTo: 4,
        email: "a@@b",
        consent: "",
      }),
    );
    const { fields } = await wrong.catch((e) => e);
    expect(fields.map((f: { field: string }) => f.field).sort()).toEqual([
      "advantage",
      "askingTo",
      "chain",
      "consent",
      "email",
      "problem",
      "title",
      "trl",
      "ways",
    ]);
    expect(fields.find((f: { field: string }) => f.field === "askingTo").message["zh-CN"]).toContain("不能低于下限");
    expect(await world.scan()).toEqual(before);
  });

  it("refuses wrong types", async () => {
    for (const patch of [
      { title: 1 },
      { ways: "licence" },
      { askingFrom: 1.5 },
      { askingTo: Number.NaN },
      { trl: "x" },
      { secrecy: "" },
      { submission: "../../x" },
    ])
      await expect(submitProject(world.ctx(), filled(patch)), JSON.stringify(patch)).rejects.toMatchObject({
        reason: "input.invalid",
      });
  });

  it("takes an English text for both languages until it is translated", async () => {
    const { projectId, version } = await submit({ locale: "en", title: "Near-net shaping" });
    expect((await getProject(reviewer(), { projectId })).title).toEqual({ "zh-CN": "Near-net shaping", en: "Near-net shaping" });
    const text = { "zh-CN": "近净成形工艺介绍", en: "Near-net shaping" };
    await translateProject(reviewer(), { projectId, version, title: text, problem: text, advantage: text, economics: text });
    expect((await getProject(reviewer(), { projectId })).title["zh-CN"]).toBe("近净成形工艺介绍");
  });
});

describe("the review", () => {
  it("goes from changes to a new submission to the list, where the public reads it without contact data", async () => {
    const { projectId, version, token } = await submit();
    await requestChanges(reviewer(), { projectId, version, remark: "请补充对比数据。" });
    expect(await seeProject(world.ctx(), { token })).toMatchObject({ status: "changes-requested", remark: "请补充对比数据。" });
    await expect(publishProject(reviewer(), { projectId, version: 2 })).rejects.toMatchObject({ reason: "project.step" });
    const { email: _email, consent: _consent, ...change } = filled({ title: "高温合金近净成形（二版）" });
    await changeProject(world.ctx(), { ...change, token, version: 2 });
    await publishProject(reviewer(), { projectId, version: 3 });
    const open = await readProject(world.ctx(), { projectId });
    expect(open).toMatchObject({ title: { "zh-CN": "高温合金近净成形（二版）" }, asking: { from: 50_000_000, to: 120_000_000 } });
    expect(JSON.stringify(open)).not.toMatch(/supplier\d|李示例|13800000000/);
    const { items } = await listPublicProjects(world.ctx(), { chain: "titanium" });
    expect(items.map((p) => p.id)).toContain(projectId);
    await expect(changeProject(world.ctx(), { ...change, token, version: 4 })).rejects.toMatchObject({ reason: "project.step" });
  });

  it("holds back what is a trade secret", async () => {
    const { projectId, version } = await submit({ secrecy: "trade-secret" });
    await publishProject(reviewer(), { projectId, version });
    const open = await readProject(world.ctx(), { projectId });
    expect(open).toMatchObject({ confidential: true, problem: { "zh-CN": "薄壁铸件变形大，返修率高。" } });
    expect(open.advantage["zh-CN"]).toContain("保密协议");
    expect(JSON.stringify(open)).not.toMatch(/变形量减少六成|降低 18%/);
  });

  it("refuses who opened an older version, and every step that the state does not allow", async () => {
    const { projectId, version } = await submit();
    await declineProject(reviewer(), { projectId, version, remark: "与产业链无关。" });
    await expect(publishProject(reviewer(), { projectId, version })).rejects.toMatchObject({ reason: "record.changed" });
    const now = { projectId, version: version + 1 };
    for (const step of [
      () => publishProject(reviewer(), now),
      () => requestChanges(reviewer(), { ...now, remark: "x" }),
      () => declineProject(reviewer(), { ...now, remark: "x" }),
      () => withdrawProject(reviewer(), { ...now, remark: "x" }),
    ])
      await expect(step()).rejects.toMatchObject({ reason: "project.step" });
    await expect(declineProject(reviewer(), { ...now, remark: " " })).rejects.toMatchObject({ reason: "input.invalid" });
    await expect(getProject(reviewer(), { projectId: "prj_none" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for reviewers and organisers; an auditor only reads", async () => {
    const { projectId, version } = await submit();
    await expect(publishProject(world.ctx(staff("auditor")), { projectId, version })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    await expect(listProjects(world.ctx(), {})).rejects.toMatchObject({ reason: "access.sign-in" });
    const { items } = await listProjects(world.ctx(staff("auditor")), {});
    expect(items.map((p) => p.id)).toContain(projectId);
    expect((await countWaitingProjects(reviewer(), {})).count).toBe(items.length);
  });
});

describe("the secret link", () => {
  it("is not found when forged, and opens no other project", async () => {
    const [one, two] = [await submit(), await submit()];
    const secret = one.token.split(".")[1];
    for (const token of ["x", "prj_none.abc", `${two.id}.${secret}`, `${one.token}x`, `${one.token}.x`])
      await expect(seeProject(world.ctx(), { token }), token).rejects.toMatchObject({ reason: "project.link" });
  });

  it("refuses a second tab that is behind", async () => {
    const { token } = await submit();
    const { email: _email, consent: _consent, ...change } = filled();
    await changeProject(world.ctx(), { ...change, token, version: 1 });
    await expect(changeProject(world.ctx(), { ...change, token, version: 1 })).rejects.toMatchObject({
      reason: "record.changed",
    });
  });

  it("takes what was entered out of the record when the supplier then says that it is a state secret", async () => {
    const { id, token } = await submit({ problem: "不该写在这里的内容，需要清除。" });
    const change = { ...filled({ problem: "更不该写的内容，不能保存。" }), secrecy: "state-secret", token, version: 1 } as never;
    await expect(changeProject(world.ctx(), change)).rejects.toMatchObject({ reason: "project.state-secret" });
    expect(JSON.stringify(await stored(id))).not.toMatch(/不该写/);
    expect((await seeProject(world.ctx(), { token })).status).toBe("withdrawn");
  });

  it("withdraws a listed project: its page is to go, the consent is taken back, and the record expires", async () => {
    const { id, projectId, version, token } = await submit();
    await publishProject(reviewer(), { projectId, version });
    const before = await stored(id);
    await withdrawOwnProject(world.ctx(), { token });
    expect(await withdrawOwnProject(world.ctx(), { token })).toEqual({ status: "withdrawn" });
    const after = await stored(id);
    expect(events(before, after)).toEqual([
      { name: "project.changed", data: { projectId } },
      { name: "project.withdrawn", data: { projectId } },
    ]);
    expect((after.consent as { withdrawnAt?: string }).withdrawnAt).toBe(world.clock.now.toISOString());
    expect(after.expiresAt).toBe(Math.ceil(world.clock.now.getTime() / 1000) + 210 * 86_400);
    await expect(readProject(world.ctx(), { projectId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("tellSupplier", () => {
  it("writes once for each event, in the supplier's language, with the remark and the link", async () => {
    const { projectId, version, token } = await submit({ locale: "en", title: "Near-net shaping" });
    const tell = (eventId: string, status: "submitted" | "changes-requested") =>
      tellSupplier(world.ctx(system), { eventId, status, projectId, silence: 1 });
    expect(await tell("p1", "submitted")).toBe("accepted");
    expect(await tell("p1", "submitted")).toBe("accepted");
    expect(world.mails).toHaveLength(1);
    await requestChanges(reviewer(), { projectId, version, remark: "Please add <b>figures</b>." });
    expect(await tell("p2", "submitted")).toBe("moved-on");
    await tell("p3", "changes-requested");
    expect(world.mails).toHaveLength(2);
    const [text = "", html = ""] = Buffer.from(world.mails[1]?.raw ?? [])
      .toString("utf8")
      .split(/\r\n\r\n/)
      .map((part) => Buffer.from(part.split("\r\n--")[0] ?? "", "base64").toString("utf8"))
      .filter((part) => part.includes("Near-net shaping"));
    for (const part of [text, html]) expect(part).toContain(`https://lingxi.example/en/my/projects/${token}`);
    expect(html).toContain("Please add &lt;b&gt;figures&lt;/b&gt;.");
    expect(html).not.toContain("<b>figures");
  });
});
