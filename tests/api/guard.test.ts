import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { guardToken, type OpenForm } from "../../functions/src/pages/guard.ts";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
let n = 0;
let network = "";
beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  vi.stubEnv("FORM_LIMIT", "3");
});
beforeEach(() => {
  network = `198.51.100.${++n}`;
});

const fresh = (form: object) => ({ ...form, email: `guard-${++n}@example.com` }) as Record<string, string>;
const send = (path: string, form: Record<string, string>) =>
  call(world, "POST", path, { form, headers: { "x-forwarded-for": network } });
const project = (more: Record<string, string> = {}) => send("/forms/project", { ...fresh(forms.project), ...more });
const token = (age: number, form: OpenForm = "project") => guardToken(world.ctx(), form, world.clock.now.getTime() - age);
const alert = (html: string) => /role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

describe("a form for the public", () => {
  it("carries when it was opened, and a field that people do not see", async () => {
    for (const [path, name] of [
      ["/forms/project", "project"],
      ["/forms/demand", "demand"],
      ["/forms/talent", "talent"],
      [`/forms/register/${await publishedActivity(world, 5)}`, "register"],
    ] as const) {
      const { text } = await call(world, "GET", path);
      expect(field(text, "guard"), path).toBe(guardToken(world.ctx(), name));
      expect(text).toMatch(/aria-hidden="true"><label>请留空 <input name="website" tabindex="-1" autocomplete="off">/);
    }
  });

  it("is taken when a person sent it", async () => expect((await project()).status).toBe(303));

  it.each([
    ["the hidden field is filled", () => ({ website: "https://spam.example" }), "留给自动程序的空格"],
    ["it was not opened here", () => ({ guard: "" }), "请再提交一次"],
    ["its token is another form's", () => ({ guard: token(60_000, "talent") }), "请再提交一次"],
    [
      "its token is made up",
      () => ({ guard: `${world.clock.now.getTime().toString(36)}.aaaaaaaaaaaaaaaaaaaaaa` }),
      "请再提交一次",
    ],
    ["it was open for more than a day", () => ({ guard: token(25 * 3600_000) }), "打开太久"],
    ["it was sent at once", () => ({ guard: token(200) }), "提交得太快"],
  ])("is given back with what was typed and the reason when %s", async (_what, more, said) => {
    const before = await world.scan();
    const { status, text } = await project(more());
    expect(status).toBe(422);
    expect(alert(text)).toContain(said);
    expect(text).toContain("苹果气调保鲜箱");
    expect(await world.scan()).toEqual(before);
    // Sent once more after a while, as the sentence says, it is taken.
    world.clock.advance(2000);
    expect((await project({ guard: field(text, "guard") })).status).toBe(303);
  });

  it("bears a clock that is some minutes off", async () => {
    expect((await project({ guard: token(-4 * 60_000) })).status).toBe(303);
    expect((await project({ guard: token(-6 * 60_000) })).status).toBe(422);
  });

  it("says nothing again of what somebody typed who says 涉密, however it was sent", async () => {
    const { status, text, headers } = await project({ secrecy: "state-secret", website: "x", guard: "" });
    expect([status, headers.location]).toEqual([303, expect.stringContaining("/desk/LX-")]);
    expect(text).not.toContain("苹果气调保鲜箱");
  });
});

describe("many forms from one network", () => {
  const crowd = async () => {
    for (let i = 0; i < 3; i++) expect((await project()).status).toBe(303);
    return project();
  };

  it("are told why, and go on by a question that needs no script", async () => {
    const { status, text } = await crowd();
    expect(status).toBe(429);
    expect(alert(text)).toContain("您所在的网络");
    expect(text).toContain("苹果气调保鲜箱");
    const [, a, b] = /(\d) 加 (\d) 等于几/.exec(text) ?? [];
    const question = field(text, "question");
    const wrong = await project({ question, answer: "99" });
    expect(wrong.status).toBe(429);
    const answer = String(Number(a) + Number(b));
    // Who has to correct something else is not asked again; but an answer cannot be sent along with many forms.
    const corrected = await project({ question, answer, trl: "" });
    expect([corrected.status, field(corrected.text, "question"), field(corrected.text, "answer")]).toEqual([
      422,
      question,
      answer,
    ]);
    for (let i = 0; i < 4; i++) expect((await project({ question, answer })).status).toBe(303);
    expect((await project({ question, answer })).status).toBe(429);
  });

  it("have nothing to do with another network, nor with another form", async () => {
    expect((await crowd()).status).toBe(429);
    expect((await send("/forms/talent", fresh(forms.talent))).status).toBe(303);
    network = "203.0.113.5";
    expect((await project()).status).toBe(303);
  });

  it("would all be taken without the limit", async () => {
    vi.stubEnv("FORM_LIMIT", "1000");
    expect((await crowd()).status).toBe(303);
    vi.stubEnv("FORM_LIMIT", "3");
  });

  it("are taken again when ten minutes are over", async () => {
    expect((await crowd()).status).toBe(429);
    world.clock.advance(600_000);
    expect((await project()).status).toBe(303);
  });

  it("by programs end at ten times as many, and are told for how long", async () => {
    const answers = [];
    for (let i = 0; i < 31; i++)
      answers.push(await call(world, "POST", "/api/talents", { body: {}, headers: { "x-forwarded-for": network } }));
    expect(answers.at(29)?.status).toBe(422);
    expect(answers.at(30)?.json()).toMatchObject({ title: "form.shut", detail: expect.stringMatching(/请 \d+ 分钟后再试/) });
  });

  it("leave no address behind", async () => {
    await crowd();
    expect(JSON.stringify(await world.scan(true))).toContain("limit#form-project#");
    expect(JSON.stringify(await world.scan(true))).not.toContain(network);
  });
});
