import { disableMember, issueSetUpLink, readMember } from "@lingxi/core/identity";
import { sessionTimes } from "@lingxi/core/identity/session";
import { describe, expect, it, vi } from "vitest";
import { type Answer, call } from "../support/api.ts";
import { embedded, system } from "../support/embedded.ts";
import { member, sessionOf } from "../support/session.ts";

const world = embedded();
const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
const newer = chrome.replace("150", "151");
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
const minute = 60_000;
const link = async () => {
  const made = await issueSetUpLink(world.ctx(system), {});
  if (!made) throw new Error("the first administrator is disabled");
  return made;
};
const cookieOf = (answer: Answer) => (answer.cookies[0] ?? "").split(";")[0] ?? "";

async function signedIn(agent = chrome) {
  const { token } = await link();
  const answer = await call(world, "POST", "/api/session", { body: { token }, headers: { "user-agent": agent } });
  expect(answer.status).toBe(200);
  return { token, cookie: cookieOf(answer), full: answer.cookies[0] ?? "" };
}
const who = (cookie: string, agent = chrome) =>
  call(world, "GET", "/api/session", { cookies: [cookie], headers: { "user-agent": agent } });

describe("signing in by the link of set-up", () => {
  it("opens a session in a cookie that scripts and other sites do not get, and that no clock of a browser ends early", async () => {
    const { cookie, full } = await signedIn();
    expect(full).toMatch(/^__Host-session=.*Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await who(cookie)).json()).toMatchObject({ name: "管理员", roles: ["administrator"] });
  });

  it("spends a link once, even when two browsers race, and not after ten minutes", async () => {
    const { token } = await link();
    const both = await Promise.all([1, 2].map(() => call(world, "POST", "/api/session", { body: { token } })));
    expect(both.map((a) => a.status).sort()).toEqual([200, 403]);
    const late = (await link()).token;
    world.clock.advance(10 * minute);
    expect((await call(world, "POST", "/api/session", { body: { token: late } })).status).toBe(403);
  });

  it("is not spent by a GET, which scanners send", async () => {
    const { token } = await link();
    await call(world, "GET", `/api/session?token=${token}`);
    await call(world, "HEAD", `/api/session?token=${token}`);
    expect((await call(world, "POST", "/api/session", { body: { token } })).status).toBe(200);
  });

  it("ends a session at once", async () => {
    const { cookie } = await signedIn();
    const headers = { "user-agent": chrome };
    expect((await call(world, "DELETE", "/api/session", { cookies: [cookie], headers })).status).toBe(204);
    expect((await who(cookie)).status).toBe(401);
  });

  it("does nothing that a page of another site sends", async () => {
    const cookie = await sessionOf(world, await member(world, "stf_here", "administrator"), "Chrome · Windows");
    const send = (headers: Record<string, string>, path = "/api/console/activities") =>
      call(world, "POST", path, { cookies: [cookie], body: {}, headers: { "user-agent": chrome, ...headers } });
    const title = async (headers: Record<string, string>, path?: string) => (await send(headers, path)).json().title;
    for (const away of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "https://other.lingxi.example" },
      { "sec-fetch-site": "cross-site", origin: "https://lingxi.example" },
    ]) {
      expect(await title(away)).toBe("access.foreign-site");
      expect(await title(away, "/api/projects")).toBe("access.foreign-site");
      expect((await send(away, "/forms/talent")).status).toBe(403);
    }
    // What a browser without Sec-Fetch sends from a page that tells nobody its address: it may be ours, so forms go on, but no session counts.
    expect(await title({ origin: "null" })).toBe("access.sign-in");
    for (const here of [
      { origin: "https://lingxi.example" },
      { "sec-fetch-site": "same-origin", origin: "null" },
      { "sec-fetch-site": "none" },
    ])
      expect(await title(here)).toBe("input.invalid");
  });

  it("ends the session that the browser had before, and no other", async () => {
    const [first, other] = [(await signedIn()).cookie, (await signedIn()).cookie];
    const { token } = await link();
    const again = { cookies: [first], body: { token }, headers: { "user-agent": chrome } };
    const next = cookieOf(await call(world, "POST", "/api/session", again));
    // The other one shows that it was not the sign-in alone that ended the first.
    expect((await Promise.all([first, other, next].map((cookie) => who(cookie)))).map(({ status }) => status)).toEqual([
      401, 200, 200,
    ]);
  });

  it("keeps no secret in the table", async () => {
    const { token, cookie } = await signedIn();
    const stored = JSON.stringify(await world.scan());
    expect(stored).not.toContain(token.split(".")[1]);
    expect(stored).not.toContain(cookie.split(".")[2]);
  });
});

describe("a session", () => {
  it("ends after two hours without a request, and after twelve in all, whatever it does", async () => {
    const idle = (await signedIn()).cookie;
    world.clock.advance(sessionTimes.idle + minute);
    expect((await who(idle)).json()).toMatchObject({
      title: "identity.session-idle",
      detail: expect.stringContaining("重新登录"),
    });
    let { cookie } = await signedIn();
    for (let spent = 0; spent < sessionTimes.absolute - 30 * minute; spent += 30 * minute) {
      world.clock.advance(30 * minute);
      const answer = await who(cookie);
      expect(answer.status, `after ${spent / minute} minutes`).toBe(200);
      if (answer.cookies.length) cookie = cookieOf(answer);
    }
    world.clock.advance(31 * minute);
    expect((await who(cookie)).status).toBe(401);
  });

  it("gets a new secret every hour, and its old one counts until the new one was seen", async () => {
    const { cookie } = await signedIn();
    world.clock.advance(61 * minute);
    const renewed = cookieOf(await who(cookie));
    expect(renewed).not.toBe(cookie);
    // The answer may have been lost, so the old one still counts; then the new one was seen, and it has a minute for what is on its way.
    expect((await who(cookie)).status).toBe(200);
    expect((await who(renewed)).status).toBe(200);
    expect((await who(cookie)).status).toBe(200);
    expect((await who(renewed)).cookies).toEqual([]);
  });

  it("ends for both when an old secret is used again, and says so", async () => {
    const { cookie } = await signedIn();
    world.clock.advance(61 * minute);
    const renewed = cookieOf(await who(cookie));
    await who(renewed);
    world.clock.advance(2 * minute);
    expect((await who(cookie)).json()).toMatchObject({ title: "identity.session-reused" });
    expect((await who(renewed)).json()).toMatchObject({ title: "identity.session-reused" });
  });

  it("ends when it turns up in another kind of browser, and says so; a new version of the same one goes on", async () => {
    const { cookie } = await signedIn();
    expect((await who(cookie, newer)).status).toBe(200);
    expect((await who(cookie, firefox)).json()).toMatchObject({ title: "identity.session-moved", status: 401 });
    expect((await who(cookie)).json()).toMatchObject({ title: "identity.session-moved" });
  });

  it("bears clocks that differ by some minutes between two machines", async () => {
    const { cookie } = await signedIn();
    world.clock.advance(-5 * minute);
    expect((await who(cookie)).status).toBe(200);
    world.clock.advance(10 * minute);
    expect((await who(cookie)).status).toBe(200);
    world.clock.advance(-5 * minute);
  });

  it("has the roles of this moment, and ends with the member", async () => {
    const admin = await member(world, "stf_first", "administrator");
    const id = await member(world, "stf_today", "organiser");
    const cookie = await sessionOf(world, id);
    const list = () => call(world, "GET", "/api/console/activities", { cookies: [cookie] });
    expect((await list()).status).toBe(200);
    const { name, email, version } = await readMember(world.ctx(system), { memberId: id });
    const by = { cookies: [await sessionOf(world, admin)] };
    const body = { name, email, version, grants: [{ role: "editor" }] };
    expect((await call(world, "PUT", `/api/console/members/${id}`, { ...by, body })).status).toBe(200);
    expect((await list()).status).toBe(403);
    await disableMember(world.ctx(system), { memberId: id, version: version + 1 });
    expect((await list()).json()).toMatchObject({
      status: 401,
      title: "identity.session-shut",
      detail: expect.stringMatching(/另一位管理员/),
    });
    // Who only knows a name is told nothing.
    const guess = cookie.replace(/[^.]+$/, "guessed");
    expect((await call(world, "GET", "/api/session", { cookies: [guess] })).json()).toMatchObject({ title: "access.sign-in" });
  });

  it("is listed with its device, and ended alone or with all others", async () => {
    const id = await member(world, "stf_many", "editor");
    const [one = "", two = "", three = ""] = await Promise.all([1, 2, 3].map(() => sessionOf(world, id)));
    const mine = async (cookie: string) =>
      (await call(world, "GET", "/api/console/me", { cookies: [cookie] })).json() as {
        sessions: { id: string; current: boolean }[];
      };
    const { sessions } = await mine(one);
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ device: "? · ?", lastSeenAt: expect.any(String) });
    const other = two.split(".")[1];
    expect((await call(world, "POST", `/api/console/me/sessions/${other}/end`, { cookies: [one] })).status).toBe(204);
    expect((await who(two, "")).status).toBe(401);
    const ended = await call(world, "POST", "/api/console/me/sessions/end-others", { cookies: [one] });
    expect(ended.json()).toEqual({ ended: 1 });
    expect((await who(three, "")).status).toBe(401);
    expect((await who(one, "")).status).toBe(200);
  });

  it("that is older than a quarter of an hour changes no way in, and says what to do", async () => {
    const id = await member(world, "stf_old", "editor");
    const [old = "", other = ""] = await Promise.all([1, 2].map(() => sessionOf(world, id)));
    const ways = ["passkeys/options", "passkeys/none/remove", "sessions/none/end", "sessions/end-others"];
    const tried = (cookie: string) =>
      Promise.all(
        ways.map(async (way) => (await call(world, "POST", `/api/console/me/${way}`, { cookies: [cookie], body: {} })).json?.()),
      );
    world.clock.advance(16 * minute);
    for (const answer of await tried(old))
      expect(answer).toMatchObject({ status: 403, title: "identity.sign-in-anew", detail: expect.stringContaining("重新登录") });
    expect((await call(world, "GET", "/api/console/me", { cookies: [other] })).status).toBe(200);
    // A new one may (control): nothing of what it asks for is refused for its age.
    const titles = (await tried(await sessionOf(world, id))).map((answer) => answer?.title);
    expect(titles).toEqual([undefined, "identity.passkey-not-found", "identity.session-not-found", undefined]);
  });

  it("of somebody else cannot be ended", async () => {
    const [mine, theirs] = await Promise.all([member(world, "stf_mine", "editor"), member(world, "stf_theirs", "editor")]);
    const [one, two] = await Promise.all([sessionOf(world, mine), sessionOf(world, theirs)]);
    const answer = await call(world, "POST", `/api/console/me/sessions/${two.split(".")[1]}/end`, { cookies: [one] });
    expect(answer.status).toBe(404);
    expect((await who(two, "")).status).toBe(200);
  });
});

describe("asking for a link", () => {
  const ask = (email: string, address = "198.51.100.7") =>
    call(world, "POST", "/api/session/link", { body: { email }, headers: { "x-forwarded-for": address } });

  it("answers the same bytes for an address that is known and for one that is not", async () => {
    const { email } = await readMember(world.ctx(system), { memberId: await member(world, "stf_known", "editor") });
    const [known, unknown] = [await ask(email), await ask("nobody@example.com")];
    expect(known.status).toBe(202);
    expect({ ...unknown, cookies: unknown.cookies.length, json: undefined }).toEqual({
      ...known,
      cookies: known.cookies.length,
      json: undefined,
    });
    expect(unknown.cookies[0]?.length).toBe(known.cookies[0]?.length);
  });

  it("counts by the network, and by nothing that a client can write itself", async () => {
    for (let i = 0; i < 20; i++) await ask(`n${i}@example.com`, `203.0.113.${i}, 198.51.100.9`);
    const more = await ask("n99@example.com", "203.0.113.99, 198.51.100.9");
    expect(more.status).toBe(429);
    expect(more.json().detail).toMatch(/\d+ 分钟后再试/);
    expect((await ask("n98@example.com", "198.51.100.10")).status).toBe(202);
    expect(JSON.stringify(await world.scan(true))).not.toContain("198.51.100");
  });

  it("behind a proxy of ours counts those who stand before it, each for themselves", async () => {
    vi.stubEnv("TRUSTED_PROXIES", "1");
    for (let i = 0; i < 20; i++) await ask(`p${i}@example.com`, "10.9.9.9, 192.0.2.1, 198.51.100.20");
    expect((await ask("p98@example.com", "10.1.1.1, 192.0.2.1, 198.51.100.21")).status).toBe(429);
    expect((await ask("p99@example.com", "192.0.2.2, 198.51.100.20")).status).toBe(202);
    vi.unstubAllEnvs();
  });
});
