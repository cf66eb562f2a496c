import { getProject, listProjects } from "@lingxi/core/project";
import { approveTalent, getTalent, listTalents } from "@lingxi/core/talent";
import { describe, expect, it } from "vitest";
import { projectLink } from "../../packages/core/src/project/link.ts";
import { talentLink } from "../../packages/core/src/talent/link.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
const project = {
  secrecy: "none",
  title: "苹果气调保鲜箱",
  problem: "果农在地头没有冷库，采后损耗高。",
  advantage: "与冷库相比不需要用电，损耗从 18% 降到 6%。",
  economics: "每吨成本 120 元，冷库为 400 元。",
  chain: "apples",
  trl: "7",
  ways: ["licence", "service"],
  askingFrom: "12.5",
  askingTo: "３0",
  name: "王示例",
  organisation: "示例农业研究所",
  phone: "",
  email: "apples@example.com",
  consent: "yes",
};
const person = {
  name: "陈示例",
  organisation: "示例大学",
  title: "副教授",
  expertise: "气调保鲜、包装材料",
  chains: ["apples"],
  introduction: "从事果蔬采后保鲜研究，有三项专利在用。",
  phone: "",
  email: "chen@example.com",
  pool: "yes",
};
const newestProject = async () => {
  const [row] = (await listProjects(reviewer(), { limit: 100 })).items.slice(-1);
  if (!row) throw new Error("no project was submitted");
  const found = await getProject(reviewer(), { projectId: row.id });
  return { ...found, token: projectLink.token(world.ctx(), found) };
};
const talentPage = async () => {
  const item = (await world.scan()).find((i) => i.type === "talent" && i.email === person.email);
  return `/my/talents/${talentLink.token(world.ctx(), item as { id: string; person: string })}`;
};

describe("the project form", () => {
  it("takes a project without script, in either language, and says what happens next", async () => {
    for (const [base, says] of [
      ["", "项目已收到"],
      ["/en", "We have your project"],
    ] as const) {
      world.clock.advance(1000);
      const form = await call(world, "GET", `${base}/forms/project`);
      expect(form.status).toBe(200);
      const submission = /name="submission" value="([0-9a-z]{26})"/.exec(form.text)?.[1] ?? "";
      const sent = await call(world, "POST", `${base}/forms/project`, { form: { ...project, submission } });
      expect([sent.status, sent.headers.location]).toEqual([303, `${base}/forms/project/done`]);
      const again = await call(world, "POST", `${base}/forms/project`, { form: { ...project, submission } });
      expect([again.status, again.headers.location], "a double click").toEqual([303, sent.headers.location]);
      expect((await call(world, "GET", sent.headers.location ?? "")).text).toContain(says);
      const row = await newestProject();
      expect(row).toMatchObject({ id: `prj_${submission}`, askingFrom: 12_500_000, askingTo: 30_000_000, trl: 7 });
    }
    expect((await listProjects(reviewer(), {})).items).toHaveLength(2);
  });

  it("keeps what was typed, names each field, and shows hostile text as text", async () => {
    const before = await world.scan();
    const answer = await call(world, "POST", "/forms/project", {
      form: {
        ...project,
        title: '"><script>alert(1)</script>',
        askingFrom: "四十",
        askingTo: "9",
        advantage: "",
        consent: "",
        submission: "../x",
      },
    });
    expect(answer.status).toBe(422);
    for (const says of [
      "“意向价格下限（选填）”的格式不对",
      'href="#f-advantage"',
      "“信息使用同意”没有勾选",
      'value="四十"',
      "&lt;script&gt;",
    ])
      expect(answer.text).toContain(says);
    expect(answer.text).not.toContain("<script>alert");
    expect(answer.text).toMatch(/<input type="checkbox" name="ways" value="service" checked>/);
    const order = await call(world, "POST", "/en/forms/project", { form: { ...project, askingFrom: "40" } });
    expect(order.text).toContain("it must not be below the lower price");
    expect(await world.scan()).toEqual(before);
  });

  it("sends whoever says 涉密 to the desk, without asking for more and without keeping a word", async () => {
    const before = await world.scan();
    for (const form of [
      { secrecy: "state-secret" },
      { ...project, secrecy: ["none", "state-secret"], title: "机密文字" },
    ] as const) {
      const sent = await call(world, "POST", "/forms/project", { form });
      expect(sent.status).toBe(303);
      expect(sent.headers.location).toMatch(/^\/forms\/project\/desk\/LX-\d{8}-[2-9A-Z]{4}$/);
      const desk = await call(world, "GET", sent.headers.location ?? "");
      expect(desk.text).toContain(sent.headers.location?.split("/").at(-1));
      expect(sent.text + desk.text).not.toContain("机密文字");
    }
    expect((await call(world, "GET", "/forms/project/desk/LX-<b>")).status).toBe(404);
    const api = await call(world, "POST", "/api/projects", { body: { ...project, secrecy: "state-secret" } });
    expect(api.json()).toMatchObject({ status: 403, title: "project.state-secret" });
    expect(await world.scan()).toEqual(before);
  });
});

describe("a supplier's page", () => {
  it("changes, refuses a tab that is behind, sends a late 涉密 to the desk, and withdraws", async () => {
    world.clock.advance(1000);
    await call(world, "POST", "/forms/project", { form: project });
    const { token, id } = await newestProject();
    const page = `/my/projects/${token}`;
    expect((await call(world, "GET", page)).text).toContain('value="12.5"');
    expect((await call(world, "POST", page, { form: { ...project, title: "改过的名称", version: "1" } })).status).toBe(303);
    const behind = await call(world, "POST", page, { form: { ...project, title: "另一个窗口", version: "1" } });
    expect(behind.status).toBe(412);
    expect(behind.text).toContain('value="另一个窗口"');
    const bad = await call(world, "POST", page, { form: { ...project, problem: "", version: "2" } });
    expect([bad.status, bad.text.includes('href="#f-problem"')]).toEqual([422, true]);
    const late = await call(world, "POST", page, { form: { ...project, secrecy: "state-secret", version: "2" } });
    expect(late.headers.location).toMatch(/\/desk\/LX-/);
    expect((await getProject(reviewer(), { projectId: id })).status).toBe("withdrawn");
    expect((await call(world, "POST", `${page}/withdraw`)).status).toBe(303);
    expect((await call(world, "GET", `/en${page}`)).text).toContain("was withdrawn");
  });

  it("is not found when the link is forged", async () => {
    for (const token of ["x", "prj_1.abc", "prj_1.a.b"])
      expect((await call(world, "GET", `/my/projects/${token}`)).status).toBe(404);
    expect((await call(world, "POST", "/my/projects/prj_1.abc/withdraw")).status).toBe(404);
  });
});

describe("the talent form", () => {
  it("answers the same for a first and a repeated application", async () => {
    const [first, again] = [
      await call(world, "POST", "/forms/talent", { form: person }),
      await call(world, "POST", "/forms/talent", { form: { ...person, name: "别人" } }),
    ];
    expect(first.status).toBe(303);
    expect({ ...again, json: 0 }).toEqual({ ...first, json: 0 });
    expect((await call(world, "GET", first.headers.location ?? "")).text).toContain("申请已收到");
    expect((await listTalents(reviewer(), {})).items.map((t) => t.name)).toEqual(["陈示例"]);
  });

  it("names each field and keeps what was typed", async () => {
    const answer = await call(world, "POST", "/en/forms/talent", {
      form: { ...person, email: "chen@@example.com", expertise: " ", chains: [], pool: "", name: "<img src=x onerror=1>" },
    });
    expect(answer.status).toBe(422);
    for (const id of ["f-email", "f-expertise", "f-chains", "f-pool"]) expect(answer.text).toContain(`href="#${id}"`);
    expect(answer.text).toContain("give 1 to 10 fields");
    expect(answer.text).toContain('value="chen@@example.com"');
    expect(answer.text).not.toContain("<img src=x");
  });
});

describe("a person's page", () => {
  it("opts in, is public once approved, opts out, and leaves with nothing personal left", async () => {
    const page = await talentPage();
    const opted = await call(world, "POST", `${page}/consents`, { form: { purpose: "talent-profile", given: "yes" } });
    expect(opted.status).toBe(303);
    const talentId = /tal_\w+/.exec(page)?.[0] ?? "";
    expect((await call(world, "GET", `/api/talents/${talentId}`)).status).toBe(404);
    const { version } = await getTalent(reviewer(), { talentId });
    await approveTalent(reviewer(), { talentId, version });
    const open = await call(world, "GET", `/api/talents/${talentId}`);
    expect([open.status, open.text.includes("example.com")]).toEqual([200, false]);
    await call(world, "POST", `/en${page}/consents`, { form: { purpose: "talent-profile", given: "no" } });
    expect((await call(world, "GET", `/api/talents/${talentId}`)).status).toBe(404);
    expect((await call(world, "POST", `${page}/consents`, { form: { purpose: "talent-pool", given: "no" } })).status).toBe(422);
    expect((await call(world, "POST", page, { form: { ...person, version: "1" } })).status).toBe(412);
    expect((await call(world, "POST", `${page}/leave`)).status).toBe(303);
    const left = await call(world, "GET", `/en${page}`);
    expect(left.text).toContain("You have left the pool");
    expect(left.text).not.toMatch(/陈示例|chen@/);
    expect((await call(world, "GET", "/my/talents/tal_1.abc")).status).toBe(404);
  });
});

describe("the console's routes", () => {
  it("let only staff in", async () => {
    for (const path of ["projects", "projects/waiting", "projects/prj_1", "talents", "talents/waiting", "talents/tal_1"])
      expect((await call(world, "GET", `/api/console/${path}`)).status, path).toBe(401);
    for (const path of ["projects/prj_1/list", "projects/prj_1/decline", "talents/tal_1/approve"])
      expect((await call(world, "POST", `/api/console/${path}`, { body: { version: 1 } })).status, path).toBe(401);
  });
});
