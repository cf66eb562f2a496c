import { getDemand, listDemands, moveDemand, publishDemand } from "@lingxi/core/demand";
import { describe, expect, it } from "vitest";
import { demandLink } from "../../packages/core/src/demand/link.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
/** What a browser sends: a select of each row is never empty, unlike the texts beside it. */
const rows = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`indicators.${i}.comparison`, ">="]));
const form: Record<string, string | string[]> = {
  ...rows,
  secrecy: "none",
  title: "苹果内部褐变在线分选",
  problem: "霉心和褐变靠切果抽检，混入后整箱退货。",
  scenario: "分选线，每秒六个果。",
  effect: "逐果判定，不破皮。",
  "indicators.0.name": "检出率",
  "indicators.0.value": "９５%",
  "indicators.3.name": "单果用时",
  "indicators.3.comparison": "<=",
  "indicators.3.value": "150",
  "indicators.3.unit": "毫秒",
  chain: "apples",
  trl: "7",
  ways: ["licence", "service"],
  budgetFrom: "12.5",
  budgetTo: "３0",
  deadline: "2027-06-30",
  region: "weinan",
  organisation: "示例果业公司",
  creditCode: "",
  name: "王示例",
  phone: "",
  email: "apples@example.com",
  consent: "yes",
};
const newest = async () => {
  const [row] = (await listDemands(reviewer(), { limit: 100 })).items.slice(-1);
  if (!row) throw new Error("no need was submitted");
  const demand = await getDemand(reviewer(), { demandId: row.id });
  return { ...demand, token: demandLink.token(world.ctx(), demand) };
};
const post = (path: string, patch: typeof form = {}) => call(world, "POST", path, { form: { ...form, ...patch } });

describe("the form for a need", () => {
  it("takes a need without script, in either language, and says what happens next", async () => {
    for (const [base, says] of [
      ["", "需求已收到"],
      ["/en", "We have your need"],
    ] as const) {
      world.clock.advance(1000);
      const empty = await call(world, "GET", `${base}/forms/demand`);
      expect(empty.status).toBe(200);
      expect(empty.text).toContain('type="date" min="2026-11-23"');
      const submission = /name="submission" value="([0-9a-z]{26})"/.exec(empty.text)?.[1] ?? "";
      const sent = await post(`${base}/forms/demand`, { submission });
      expect([sent.status, sent.headers.location]).toEqual([303, `${base}/forms/demand/done`]);
      const again = await post(`${base}/forms/demand`, { submission });
      expect([again.status, again.headers.location], "a double click").toEqual([303, sent.headers.location]);
      expect((await call(world, "GET", sent.headers.location ?? "")).text).toContain(says);
      expect(await newest()).toMatchObject({
        id: `dem_${submission}`,
        budgetFrom: 12_500_000,
        budgetTo: 30_000_000,
        trl: 7,
        indicators: [
          { name: "检出率", comparison: ">=", value: "95", unit: "%" },
          { name: "单果用时", comparison: "<=", value: "150", unit: "毫秒" },
        ],
      });
    }
    expect((await listDemands(reviewer(), {})).items).toHaveLength(2);
  });

  it("refuses the same form with other content, and keeps both sides as they are", async () => {
    const { id } = await newest();
    const sent = await post("/forms/demand", { submission: id.slice(4), title: "另一条需求" });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('value="另一条需求"');
    expect((await getDemand(reviewer(), { demandId: id })).title["zh-CN"]).toBe("苹果内部褐变在线分选");
  });

  it("keeps what was typed, names each field and each row, and shows hostile text as text", async () => {
    const before = await world.scan();
    const answer = await post("/forms/demand", {
      title: '"><script>alert(1)</script>',
      problem: "",
      budgetFrom: "四十",
      "indicators.0.value": "很高",
      "indicators.3.name": "",
      "indicators.9.name": "<b>第十行</b>",
      deadline: "2026-11-22",
      region: "",
      consent: "",
      submission: "../x",
    });
    expect(answer.status).toBe(422);
    for (const says of [
      "“预算下限（选填）”的格式不对",
      'href="#f-problem"',
      'href="#f-region"',
      "“期望解决日期”已经过去",
      "“信息使用同意”没有勾选",
      'href="#f-indicators-0-value"',
      "技术指标第 1 行：数值请只写一个数",
      "技术指标第 4 行：没有写指标名称。",
      "技术指标第 10 行：没有写数值。",
      'value="&lt;b&gt;第十行&lt;/b&gt;"',
      'value="四十"',
      "&lt;script&gt;",
    ])
      expect(answer.text, says).toContain(says);
    expect(answer.text).not.toMatch(/<script>alert|<b>第十行/);
    expect(answer.text, "the folded rows are open when one of them is filled in").toMatch(/<details open><summary>更多行/);
    expect(answer.text).toMatch(/<input type="checkbox" name="ways" value="service" checked>/);
    expect(answer.text).toMatch(/id="f-indicators-0-value"[^>]*aria-invalid="true" aria-describedby="f-indicators-0-error"/);
    const order = await post("/en/forms/demand", { budgetFrom: "40", "indicators.3.value": "" });
    expect(order.text).toContain("it must not be below the lower amount");
    expect(order.text).toContain("Indicators, row 4: give a value.");
    expect(await world.scan()).toEqual(before);
  });

  it("takes a doubtful credit code and an indicator without a unit, and says what to check", async () => {
    world.clock.advance(1000);
    const sent = await post("/forms/demand", { creditCode: "91610131MA00000019", "indicators.3.unit": "" });
    expect(sent.headers.location).toBe("/forms/demand/done?note=credit-code&note=unit");
    const done = await call(world, "GET", `/en${sent.headers.location}`);
    expect(done.text).toMatch(/check character of the credit code[\s\S]*no unit/);
    const { token } = await newest();
    expect((await call(world, "GET", `/my/demands/${token}`)).text).toContain("统一社会信用代码校验不通过");
    expect((await call(world, "GET", "/forms/demand/done?note=<b>")).text).not.toContain("notice--warning");
  });

  it("sends whoever says 涉密 to the desk, without asking for more and without keeping a word", async () => {
    const before = await world.scan();
    const secrets = { secrecy: ["none", "state-secret"], title: "机密文字", "indicators.0.name": "机密指标" };
    for (const sent of [
      await call(world, "POST", "/forms/demand", { form: { secrecy: "state-secret" } }),
      await post("/forms/demand", secrets),
      await post("/en/forms/demand", secrets),
    ]) {
      expect(sent.status).toBe(303);
      expect(sent.headers.location).toMatch(/^(\/en)?\/forms\/demand\/desk\/LX-\d{8}-[2-9A-Z]{4}$/);
      const desk = await call(world, "GET", sent.headers.location ?? "");
      expect(desk.text).toContain(sent.headers.location?.split("/").at(-1));
      expect(sent.text + desk.text).not.toMatch(/机密文字|机密指标/);
    }
    expect((await call(world, "GET", "/forms/demand/desk/LX-<b>")).status).toBe(404);
    const cookies = [await signIn(world, "organiser")];
    const afterSignIn = await world.scan();
    for (const [path, options] of [
      ["/api/demands", {}],
      ["/api/console/demands", { cookies }],
    ] as const) {
      const api = await call(world, "POST", path, { body: { ...form, secrecy: "state-secret" }, ...options });
      expect(api.json()).toMatchObject({ status: 403, title: "demand.state-secret" });
    }
    expect(await world.scan()).toEqual(afterSignIn);
    expect(JSON.stringify(afterSignIn)).not.toMatch(/机密文字|机密指标/);
    expect(afterSignIn.filter(({ type }) => type === "demand")).toEqual(before.filter(({ type }) => type === "demand"));
  });
});

describe("an enterprise's page", () => {
  it("changes, refuses a tab that is behind, sends a late 涉密 to the desk, and is withdrawn", async () => {
    world.clock.advance(1000);
    await post("/forms/demand");
    const { token, id } = await newest();
    const page = `/my/demands/${token}`;
    const own = await call(world, "GET", page);
    for (const says of ['value="12.5"', 'value="2027-06-30"', 'name="indicators.1.value" value="150"', ">分选线，每秒六个果。<"])
      expect(own.text).toContain(says);
    expect((await post(page, { title: "改过的名称", version: "1" })).status).toBe(303);
    const behind = await post(page, { title: "另一个窗口", version: "1" });
    expect(behind.status).toBe(412);
    expect(behind.text).toContain('value="另一个窗口"');
    const bad = await post(page, { problem: "", version: "2" });
    expect([bad.status, bad.text.includes('href="#f-problem"')]).toEqual([422, true]);
    const late = await post(page, { secrecy: "state-secret", problem: "后来才说的机密", version: "2" });
    expect(late.headers.location).toMatch(/\/forms\/demand\/desk\/LX-/);
    expect(await getDemand(reviewer(), { demandId: id })).toMatchObject({ status: "withdrawn", indicators: [] });
    const kept = (await world.scan()).find(({ pk }) => pk === `demand#${id}`);
    expect(JSON.stringify(kept)).not.toMatch(/机密|褐变|检出率|分选线|改过的名称/);
    expect((await call(world, "POST", `${page}/withdraw`)).status).toBe(303);
    expect((await call(world, "GET", `/en${page}`)).text).toContain("was withdrawn");
  });

  it("goes from changes asked to the list and out of it, which the public sees at once", async () => {
    world.clock.advance(1000);
    await post("/forms/demand");
    const { token, id } = await newest();
    const page = `/my/demands/${token}`;
    const cookies = [await signIn(world, "organiser")];
    const step = (name: string, body: object) => call(world, "POST", `/api/console/demands/${id}/${name}`, { body, cookies });
    const open = async () => (await call(world, "GET", `/api/demands/${id}`)).status;
    expect((await step("request-changes", { version: 1, remark: "请写明产量。" })).status).toBe(200);
    expect((await call(world, "GET", page)).text).toMatch(/请写明产量。[\s\S]*<details open>/);
    expect((await post(page, { problem: "霉心靠切果抽检，日产四十吨。", version: "2" })).headers.location).toBe(
      `${page}?saved=1`,
    );
    expect(await open()).toBe(404);
    expect((await step("list", { version: 3 })).status).toBe(200);
    expect(await open()).toBe(200);
    expect((await step("state", { version: 4, state: "in-contact" })).status).toBe(200);
    expect((await call(world, "GET", `/en${page}`)).text).toContain("In contact");
    const unsaid = await step("state", { version: 5, state: "unsolved" });
    expect(unsaid.json()).toMatchObject({ status: 422, fields: [{ field: "outcome.zh-CN" }] });
    expect((await call(world, "POST", `${page}/withdraw`)).headers.location).toBe(page);
    expect(await open()).toBe(404);
    expect((await step("state", { version: 6, state: "solved" })).json()).toMatchObject({ status: 409 });
  });

  it("says that a listed need still stands, and closes it with a reason that is asked for", async () => {
    world.clock.advance(1000);
    await post("/forms/demand");
    const { token, id } = await newest();
    const page = `/my/demands/${token}`;
    expect((await call(world, "GET", page)).text).not.toContain(`${page}/confirm`);
    const early = await call(world, "POST", `${page}/confirm`);
    expect(early.status).toBe(409);
    await publishDemand(reviewer(), { demandId: id, version: 1 });
    const listed = (await call(world, "GET", page)).text;
    for (const says of [`action="${page}/confirm"`, `href="${page}/close"`, "/my/matches/notices/", "会重新审核"])
      expect(listed, says).toContain(says);
    expect((await call(world, "POST", `${page}/confirm`)).headers.location).toBe(`${page}?saved=1`);
    const { version } = await getDemand(reviewer(), { demandId: id });
    const close = (fields: Record<string, string>, base = "") =>
      call(world, "POST", `${base}${page}/close`, {
        form: { version: String(version), state: "unsolved", why: "", note: "", ...fields },
      });
    const unsaid = await close({ note: "报价太高" }, "/en");
    expect([unsaid.status, unsaid.text.includes("choose one"), unsaid.text.includes("报价太高")]).toEqual([422, true, true]);
    expect((await close({ why: "price" })).headers.location).toBe(`${page}?saved=1`);
    expect((await close({ why: "price" })).headers.location, "sent twice").toBe(`${page}?saved=1`);
    expect((await call(world, "GET", page)).text).toContain("费用超出预算");
    expect((await call(world, "GET", `${page}/close`)).text).toContain("已经关闭");
    expect((await call(world, "GET", `/api/demands/${id}`)).json()).toMatchObject({ state: "unsolved" });
    expect((await call(world, "POST", `${page}/withdraw`)).headers.location).toBe(page);
  });

  it("is not found when the link is forged", async () => {
    for (const token of ["x", "dem_1.abc", "dem_1.a.b"])
      expect((await call(world, "GET", `/my/demands/${token}`)).status).toBe(404);
    expect((await call(world, "POST", "/my/demands/dem_1.abc/withdraw")).status).toBe(404);
  });
});

describe("what the public reads of a trade secret", () => {
  it("is the teaser alone, on every address that gives it, and what is not public of any need is nowhere", async () => {
    world.clock.advance(1000);
    const missing = await post("/forms/demand", { secrecy: "trade-secret", scenario: " " });
    expect(missing.text).toContain("只公开名称和应用场景");
    await post("/forms/demand", { secrecy: "trade-secret", creditCode: "91610131MA00000018", phone: "13800000000" });
    const { id: demandId, version } = await newest();
    await publishDemand(reviewer(), { demandId, version });
    const outcome = { "zh-CN": "内部说明" };
    const broker = world.ctx(staff("broker"));
    await moveDemand(broker, { demandId, version: version + 1, state: "unsolved", outcome });
    const read = async () =>
      (
        await Promise.all(
          [`/api/demands/${demandId}`, "/api/demands?limit=100", "/api/demands?chain=apples&limit=100"].map((path) =>
            call(world, "GET", path),
          ),
        )
      ).map(({ text }) => text);
    const secrets = /切果抽检|逐果判定|检出率|单果用时/;
    const personal = /apples@example|王示例|13800000000|91610131|内部说明/;
    for (const text of await read()) {
      expect(text).toContain(demandId);
      expect(text).toContain("分选线，每秒六个果。");
      expect(text).not.toMatch(secrets);
      expect(text).not.toMatch(personal);
    }
    // The desk sees what is held back, so there was something to leak (control).
    const cookies = [await signIn(world, "auditor")];
    const desk = await call(world, "GET", `/api/console/demands/${demandId}`, { cookies });
    expect(desk.text).toMatch(secrets);
    expect(desk.text).toMatch(personal);
  });
});

describe("the console's routes for needs", () => {
  it("let only staff in, and only those whose work it is", async () => {
    const auditor = [await signIn(world, "auditor")];
    for (const path of ["demands", "demands/waiting", "demands/dem_1"])
      expect((await call(world, "GET", `/api/console/${path}`)).status, path).toBe(401);
    for (const path of ["demands", "demands/dem_1/list", "demands/dem_1/decline", "demands/dem_1/state"]) {
      const body = { version: 1, state: "open" };
      expect((await call(world, "POST", `/api/console/${path}`, { body })).status, path).toBe(401);
      expect((await call(world, "POST", `/api/console/${path}`, { body, cookies: auditor })).status, path).toBe(403);
    }
  });
});
