import { tellParticipant } from "@lingxi/core/account/reactions";
import { accountTimes } from "@lingxi/core/account/session";
import { register } from "@lingxi/core/activity";
import { submitProject } from "@lingxi/core/project";
import { applyTalent } from "@lingxi/core/talent";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountLinks, AccountSessions } from "../../packages/core/src/account/entity.ts";
import { accountLinks } from "../../packages/core/src/account/link.ts";
import { Talent } from "../../packages/core/src/talent/entity.ts";
import { publishedActivity } from "../support/activities.ts";
import { type Call, call } from "../support/api.ts";
import { bringIn } from "../support/campaigns.ts";
import { embedded, system } from "../support/embedded.ts";
import { participantOf } from "../support/participant.ts";
import { forms } from "../support/records.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];
let n = 0;
let network = "";
const chrome = "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0";
beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
});
beforeEach(() => {
  network = `203.0.113.${++n}`;
});

const send = (method: string, path: string, options: Call = {}) =>
  call(world, method, path, { ...options, headers: { "user-agent": chrome, "x-forwarded-for": network, ...options.headers } });
const ask = (email: string, path = "/account", more: Call = {}) => send("POST", path, { form: { email }, ...more });
const links = async () => (await world.scan()).filter(({ type }) => type === "account-link");
/** The token of the newest link, as the mail carries it. */
async function tokenFor(email: string): Promise<string> {
  const found = (await links())
    .filter((link) => link.email === email && !link.spentAt)
    .sort((a, b) => String(b.id).localeCompare(String(a.id)));
  return accountLinks.token(world.ctx(), { id: String(found[0]?.id) });
}
const kept = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(";")[0] ?? "");
const participantIn = (cookies: readonly string[]) => kept(cookies).find((one) => one.startsWith("__Host-participant="));

/** Asks for a link and opens it in the same browser. */
async function enter(email: string) {
  const browser = kept((await ask(email)).cookies);
  const token = await tokenFor(email);
  const entered = await send("POST", `/account/enter/${token}`, { form: {}, cookies: browser });
  return { browser, token, entered, cookie: participantIn(entered.cookies) ?? "" };
}

describe("asking for a sign-in link", () => {
  it("answers the same for an address that is known and for one that is not, and both get a mail", async () => {
    const [known, unknown] = ["known@example.com", "unknown@example.com"];
    await submitProject(world.ctx(), { ...forms.project, email: known } as unknown as Any<typeof submitProject>);
    await participantOf(world, known);
    const answers = [await ask(known), await ask(unknown)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.cookies.map((cookie) => cookie.replace(/=[^;]+/, ""))).toEqual(
      answers[1]?.cookies.map((cookie) => cookie.replace(/=[^;]+/, "")),
    );
    for (const email of [known, unknown]) {
      const link = (await links()).findLast((one) => one.email === email && !one.spentAt);
      expect(
        await tellParticipant(world.ctx(system), {
          eventId: `e-${n}-${email.length}`,
          telling: "link-asked",
          linkId: String(link?.id),
          silence: 0,
        }),
      ).toBe("accepted");
      expect(world.mails.at(-1)?.to).toBe(email);
    }
  });

  it("keeps no secret: the table holds digests alone", async () => {
    await ask("digest@example.com");
    const token = await tokenFor("digest@example.com");
    const [, secret = ""] = token.split(".");
    expect(secret).toHaveLength(22);
    expect(JSON.stringify(await world.scan(true))).not.toContain(secret);
  });

  it("is limited by address, wherever from, and by network, whatever address", async () => {
    for (let i = 0; i < 5; i++) expect((await ask("much@example.com")).status).toBe(200);
    network = "203.0.113.250";
    expect((await ask("much@example.com")).status).toBe(429);
    expect((await ask("other@example.com")).status).toBe(200);
    world.clock.advance(3600_000);
    expect((await ask("much@example.com")).status).toBe(200);
    const asked: number[] = [];
    for (let i = 0; i < 20; i++) asked.push((await ask(`net-${i}@example.com`)).status);
    expect(asked.at(-1)).toBe(429);
  });

  it.each([
    ["its hidden field is filled", { email: "bot@example.com", website: "x" }],
    ["it was not opened here", { email: "bot@example.com", guard: "" }],
    ["the address is none", { email: "bot" }],
  ])("gives the form back when %s, and writes nothing", async (_what, form) => {
    const before = await world.scan();
    const { status, text } = await send("POST", "/account", { form });
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
    expect(await world.scan()).toEqual(before);
  });
});

describe("a sign-in link", () => {
  it("opens an account in the browser that asked, once, with a cookie of its own", async () => {
    const { browser, token, entered, cookie } = await enter("first@example.com");
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe("/account");
    const set = entered.cookies.find((one) => one.startsWith("__Host-participant="));
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/Secure/);
    expect(set).toMatch(/SameSite=Lax/);
    expect((await send("GET", "/account", { cookies: [cookie] })).text).toContain("first@example.com");
    const again = await send("POST", `/account/enter/${token}`, { form: {}, cookies: browser });
    expect(again.status).toBe(403);
    expect(again.text).toContain("登录链接无效");
    expect(again.text).toContain('action="/account"');
  });

  it("is not spent by a scanner that reads its page, nor by one that sends it from elsewhere", async () => {
    const browser = kept((await ask("scanned@example.com")).cookies);
    const token = await tokenFor("scanned@example.com");
    const before = await world.scan();
    expect((await send("GET", `/account/enter/${token}`)).status).toBe(200);
    expect((await send("HEAD", `/account/enter/${token}`)).status).toBe(200);
    expect(await world.scan()).toEqual(before);
    const elsewhere = await send("POST", `/account/enter/${token}`, { form: {} });
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).toContain("还没有用掉");
    expect((await send("POST", `/account/enter/${token}`, { form: {}, cookies: browser })).status).toBe(303);
  });

  it("is over after ten minutes, and then is not sent any more", async () => {
    const browser = kept((await ask("late@example.com")).cookies);
    const token = await tokenFor("late@example.com");
    world.clock.advance(10 * 60_000 + 1);
    expect((await send("POST", `/account/enter/${token}`, { form: {}, cookies: browser })).status).toBe(403);
    const [linkId = ""] = token.split(".");
    expect(await tellParticipant(world.ctx(system), { eventId: "e-late", telling: "link-asked", linkId, silence: 0 })).toBe(
      "moved-on",
    );
  });

  it("lets in once of two that open it at the same moment; without the condition it would be both (control)", async () => {
    const both = async (email: string, spoil: boolean) => {
      const browser = kept((await ask(email)).cookies);
      const token = await tokenFor(email);
      const change = vi.spyOn(AccountLinks, "change");
      if (spoil)
        change.mockImplementation((_ctx, read) => ({
          update: { key: AccountLinks.key(read), expression: "SET #x = :x" },
          values: { ":x": 1 },
        }));
      const open = () => send("POST", `/account/enter/${token}`, { form: {}, cookies: browser });
      const answers = await Promise.all([open(), open(), open()]);
      change.mockRestore();
      return answers.filter(({ status }) => status === 303).length;
    };
    expect(await both("twice@example.com", false)).toBe(1);
    expect(await both("thrice@example.com", true)).toBeGreaterThan(1);
  });

  it.each(["", "x", "lnk_x.y", "__proto__.x", "lnk_00000000000000000000000000.aaaaaaaaaaaaaaaaaaaaaa"])(
    "that is made up (%s) lets nobody in",
    async (token) => expect((await send("POST", `/account/enter/${token || "%20"}`, { form: {} })).status).toBe(403),
  );

  it("of staff opens no account, and an account's no console", async () => {
    const { token } = await enter("kinds@example.com");
    const [id = "", secret = ""] = token.split(".");
    const answer = await call(world, "POST", "/api/session", { body: { token: `${id}.${secret}` } });
    expect(answer.status).toBe(403);
  });
});

describe("a participant's session", () => {
  it("is no session of staff, and staff's is none of a participant", async () => {
    const { cookie } = await enter("person@example.com");
    const value = cookie.split("=")[1];
    for (const cookies of [[cookie], [`__Host-session=${value}`]])
      expect((await send("GET", "/api/console/members", { cookies })).status).toBe(401);
    const staff = await signIn(world, "administrator");
    for (const cookies of [[staff], [staff.replace("__Host-session", "__Host-participant")]]) {
      const { status, text } = await call(world, "GET", "/account", { cookies });
      expect(status).toBe(200);
      expect(text).toContain("发送登录链接");
    }
  });

  it("gets a new secret after an hour; the old one, shown later, ends it", async () => {
    const { cookie } = await enter("rotate@example.com");
    world.clock.advance(accountTimes.renewal + 1);
    const next = participantIn((await send("GET", "/account", { cookies: [cookie] })).cookies) ?? "";
    expect(next).not.toBe("");
    expect(next).not.toBe(cookie);
    expect((await send("GET", "/account", { cookies: [next] })).text).toContain("rotate@example.com");
    world.clock.advance(accountTimes.grace + 1);
    const reused = await send("GET", "/account", { cookies: [cookie] });
    expect(reused.status).toBe(401);
    expect(reused.text).toContain("旧凭据");
    expect((await send("GET", "/account", { cookies: [next] })).text).not.toContain("rotate@example.com");
  });

  it("ends after a day without use, and after seven days in all", async () => {
    const { cookie } = await enter("idle@example.com");
    world.clock.advance(accountTimes.idle + 1);
    const idle = await send("GET", "/account", { cookies: [cookie] });
    expect(idle.status).toBe(401);
    expect(idle.text).toContain("登录已过期");
    let { cookie: used } = await enter("week@example.com");
    for (let hours = 0; hours < 7 * 24 - 12; hours += 12) {
      world.clock.advance(12 * 3600_000);
      const { cookies, status } = await send("GET", "/account", { cookies: [used] });
      expect(status).toBe(200);
      used = participantIn(cookies) ?? used;
    }
    world.clock.advance(12 * 3600_000 + 1);
    expect((await send("GET", "/account", { cookies: [used] })).status).toBe(401);
  });

  it("ends when another kind of browser shows it, and its owner is told by mail", async () => {
    const { cookie } = await enter("moved@example.com");
    const other = { cookies: [cookie], headers: { "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" } };
    expect((await send("GET", "/account", other)).text).toContain("换了浏览器");
    expect((await send("GET", "/account", { cookies: [cookie] })).status).toBe(401);
    const person = world.ctx().keys.digest("person", "moved@example.com");
    await tellParticipant(world.ctx(system), { eventId: "e-moved", telling: "session-suspicious", person, silence: 0 });
    expect(world.mails.at(-1)?.to).toBe("moved@example.com");
  });

  it("is listed, revoked by its owner and by nobody else, and signed out", async () => {
    const one = await enter("two-devices@example.com");
    const two = await enter("two-devices@example.com");
    const stranger = await enter("stranger@example.com");
    const [, id = ""] = two.cookie.split(".");
    const end = (cookie: string) => send("POST", `/account/sessions/${id}/end`, { form: {}, cookies: [cookie] });
    expect((await end(stranger.cookie)).status).toBe(404);
    expect((await send("GET", "/account", { cookies: [one.cookie] })).text).toContain(`/account/sessions/${id}/end`);
    expect((await end(one.cookie)).status).toBe(303);
    expect((await send("GET", "/account", { cookies: [two.cookie] })).text).toContain("发送登录链接");
    await send("POST", "/account/sign-out", { form: {}, cookies: [one.cookie] });
    expect((await send("GET", "/account", { cookies: [one.cookie] })).text).toContain("发送登录链接");
    expect(
      (
        await AccountSessions.list(world.ctx(), {
          pk: `account#${world.ctx().keys.digest("person", "two-devices@example.com")}`,
          begins: "session#",
          limit: 9,
        })
      ).items
        .map(({ endedBecause }) => String(endedBecause))
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual(["revoked", "signed-out"]);
  });

  it("changes nothing for a page of another site", async () => {
    const { cookie } = await enter("csrf@example.com");
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await send("POST", "/account/erase", { form: { sure: "yes" }, cookies: [cookie], headers })).status).toBe(403);
    expect(
      (await send("POST", "/account/erase", { form: { sure: "yes" }, cookies: [cookie], headers: { origin: "null" } })).status,
    ).toBe(401);
  });
});

describe("the account", () => {
  async function withEverything(email: string) {
    const activityId = await publishedActivity(world, 2);
    await register(world.ctx(), { ...forms.registration, email, activityId } as Any<typeof register>);
    await submitProject(world.ctx(), { ...forms.project, title: "账号里的项目", email } as unknown as Any<typeof submitProject>);
    await applyTalent(world.ctx(), { ...forms.talent, email, profile: "yes" } as unknown as Any<typeof applyTalent>);
    await bringIn(world, [`${email},甲`]);
    return { activityId };
  }

  it("teaches what it is for while there is nothing, in both languages", async () => {
    const { cookie } = await participantOf(world, "empty@example.com");
    for (const [path, said] of [
      ["/account", "这里还没有内容"],
      ["/en/account", "There is nothing here yet"],
    ] as const) {
      const { text } = await call(world, "GET", path, { cookies: [cookie] });
      expect(text).toContain(said);
      expect(text).toContain("/forms/project");
    }
  });

  it("gathers what is the person's, with each state and the way to its own page, and nothing of anybody else", async () => {
    await withEverything("all@example.com");
    await withEverything("another@example.com");
    const { cookie } = await participantOf(world, "all@example.com");
    const { text } = await call(world, "GET", "/account", { cookies: [cookie] });
    for (const said of ["账号里的项目", "已确认", "待审核", "已订阅", "人才库档案"]) expect(text).toContain(said);
    const pages = [...text.matchAll(/href="(\/my\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(pages).toHaveLength(4);
    for (const path of pages) expect((await call(world, "GET", path)).status, path).toBe(200);
    expect(text).not.toContain("another@example.com");
    const archive = await call(world, "GET", "/account/archive.json", { cookies: [cookie] });
    expect((archive.json().held as { kind: string }[]).map(({ kind }) => kind).sort((a, b) => a.localeCompare(b))).toEqual([
      "account",
      "contact",
      "project",
      "registration",
      "talent",
    ]);
    expect((await call(world, "GET", "/account/archive.json")).status).toBe(401);
  });

  it("withdraws a consent in one step: a choice alone, any other with what it was given for", async () => {
    const email = "consents@example.com";
    await withEverything(email);
    const { cookie } = await participantOf(world, email);
    const held = (await call(world, "GET", "/account/archive.json", { cookies: [cookie] })).json().held as {
      kind: string;
      id: string;
    }[];
    const idOf = (kind: string) => held.find((one) => one.kind === kind)?.id ?? "";
    const withdraw = (kind: string, purpose: string, id = idOf(kind)) =>
      call(world, "POST", "/account/withdraw", { form: { kind, id, purpose }, cookies: [cookie] });
    expect((await withdraw("talent", "talent-profile")).headers.location).toBe("/account?saved=withdrawn");
    const talent = await Talent.find(world.ctx(), { id: idOf("talent") });
    expect(talent).toMatchObject({ email, status: "applied" });
    expect(talent?.consents.map(({ purpose, withdrawnAt }) => [purpose, Boolean(withdrawnAt)])).toEqual([
      ["talent-pool", false],
      ["talent-profile", true],
    ]);
    expect((await withdraw("talent", "talent-pool")).status).toBe(303);
    expect((await withdraw("project", "project-listing")).status).toBe(303);
    expect((await withdraw("project", "project-listing")).status).toBe(404);
    expect((await withdraw("registration", "", "act_other")).status).toBe(404);
    expect((await withdraw("nonsense", "")).status).toBe(422);
    const { text } = await call(world, "GET", "/account?saved=withdrawn", { cookies: [cookie] });
    expect(text).toContain("已撤回，立即生效");
    expect(text).not.toContain("账号里的项目");
  });

  it("is closed with everything else when the person is erased, once they confirm it, and opens anew as another", async () => {
    const email = "erased@example.com";
    await withEverything(email);
    const { cookie, actor } = await participantOf(world, email);
    expect((await call(world, "POST", "/account/erase", { form: {}, cookies: [cookie] })).status).toBe(422);
    const answer = await call(world, "POST", "/account/erase", { form: { sure: "yes" }, cookies: [cookie] });
    expect(answer.status).toBe(200);
    expect((await call(world, "GET", "/account", { cookies: [cookie] })).text).toContain("发送登录链接");
    const left = (await world.scan()).filter((item) => JSON.stringify(item).includes(email)).map(({ type }) => type);
    expect(left.filter((type) => !["contact-import-report", "account-link"].includes(String(type)))).toEqual([]);
    expect((await participantOf(world, email)).actor.id).not.toBe(actor.id);
  });
});
