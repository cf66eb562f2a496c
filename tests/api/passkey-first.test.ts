import { endWithoutPasskey, issueSetUpLink, letWithoutPasskey, readMember } from "@lingxi/core/identity";
import { openSession } from "@lingxi/core/identity/session";
import type { Role } from "@lingxi/core/platform/actor";
import { save } from "@lingxi/core/platform/entity";
import type { WayIn } from "@lingxi/core/platform/sign-in/session";
import { describe, expect, it } from "vitest";
import { needsPasskey } from "../../packages/core/src/identity/policy.ts";
import { call } from "../support/api.ts";
import { authenticator } from "../support/authenticator.ts";
import { embedded, system } from "../support/embedded.ts";
import { allRoutes } from "../support/rights.ts";
import { member, signIn } from "../support/session.ts";

const world = embedded();
let n = 0;

/** Somebody with the role who has come in by a way. */
async function enters(by: WayIn, role: Role = "administrator") {
  const id = await member(world, `stf_first-${++n}`, role);
  const ctx = world.ctx(system);
  const { write, cookie } = openSession({ ...ctx, caller: { source: "test", device: "? · ?" } }, id, by);
  await save(ctx, write);
  return { id, cookie: `__Host-session=${cookie.value}` };
}
const ask = async (cookie: string, method: string, path: string, body: unknown = {}) =>
  call(world, method, path, { cookies: [cookie], ...(method === "GET" ? {} : { body }) });
const reads = async (cookie: string) => (await ask(cookie, "GET", "/api/console/cases")).status;

async function makesPasskey(cookie: string) {
  const options = (await ask(cookie, "POST", "/api/console/me/passkeys/options")).json();
  const answer = await ask(cookie, "POST", "/api/console/me/passkeys", { name: "电脑", response: authenticator().make(options) });
  expect(answer.status).toBe(201);
}

describe("who came in by a link alone", () => {
  /** The routes of staff that a session may call. */
  async function open(cookie: string): Promise<string[]> {
    const found: string[] = [];
    for (const { method, path, verb } of await allRoutes()) {
      // Signing in and out is nobody's verb.
      if (!Array.isArray(verb?.access) || path === "/api/session") continue;
      const upload = /^\/api\/(pictures|documents|imports)$/.test(path) ? { upload: new FormData() } : {};
      const address = path.replace(/\{\w+\}/g, "x");
      const { text } = await call(world, method, address, {
        cookies: [cookie],
        ...(method === "GET" ? {} : { body: {} }),
        ...upload,
      });
      if (!text.includes('"access.passkey-first"')) found.push(`${method} ${path}`);
    }
    return found;
  }

  it("may see and end their sessions and make a passkey, and call nothing else of staff", async () => {
    expect(await open((await enters("link")).cookie)).toEqual([
      "GET /api/console/me",
      "POST /api/console/me/passkeys",
      "POST /api/console/me/passkeys/options",
      "POST /api/console/me/sessions/{sessionId}/end",
      "POST /api/console/me/sessions/end-others",
    ]);
  }, 60_000);

  it("could call all of it, were the session not asked how it was opened (control)", async () => {
    expect((await open((await enters("passkey")).cookie)).length).toBeGreaterThan(90);
  }, 60_000);

  it("is told so by the console's first question and by every refusal, and goes on once there is one", async () => {
    const { cookie } = await enters("link", "editor");
    expect((await ask(cookie, "GET", "/api/session")).json()).toMatchObject({ needsPasskey: true });
    expect((await ask(cookie, "GET", "/api/console/cases")).json()).toMatchObject({
      status: 403,
      detail: expect.stringMatching(/添加一个通行密钥.*管理员/),
    });
    world.clock.advance(1000);
    await makesPasskey(cookie);
    expect((await ask(cookie, "GET", "/api/session")).json()).toMatchObject({ needsPasskey: false });
    expect(await reads(cookie)).toBe(200);
  });

  it("by an operator's link makes one anew, whatever passkeys there were; on plain HTTP alone they need not", async () => {
    const made = await issueSetUpLink(world.ctx(system), {});
    const entered = await call(world, "POST", "/api/session", { body: { token: made?.token } });
    const cookie = entered.cookies[0]?.split(";")[0] ?? "";
    expect(await reads(cookie)).toBe(403);
    await makesPasskey(cookie);
    expect(await reads(cookie)).toBe(200);
    world.clock.advance(60_000);
    const again = await call(world, "POST", "/api/session", {
      body: { token: (await issueSetUpLink(world.ctx(system), {}))?.token },
    });
    const later = again.cookies[0]?.split(";")[0] ?? "";
    expect(await reads(later)).toBe(403);
    const administrator = { passkeys: 0, grants: [{ role: "administrator" as const, activities: [], chains: [] }] };
    for (const [way, origin, expected] of [
      ["operator", "http://localhost:4321", false],
      ["link", "http://localhost:4321", true],
      ["operator", "https://lingxi.example", true],
    ] as const)
      expect(needsPasskey(administrator, { by: way, createdAt: world.clock.now.toISOString() }, origin)).toBe(expected);
  });
});

describe("a member whose devices know no passkeys", () => {
  const by = async () =>
    world.ctx({ kind: "staff", id: await member(world, "stf_one", "administrator"), roles: ["administrator"] });
  const note = "单位电脑不支持，已当面确认。";
  const versionOf = async (memberId: string) => (await readMember(world.ctx(system), { memberId })).version;

  it("works by links alone once an administrator allows it by name, with a reason, and no more when that ends", async () => {
    const { id: memberId, cookie } = await enters("link", "editor");
    const { version } = await letWithoutPasskey(await by(), { memberId, version: await versionOf(memberId), note });
    expect(await readMember(world.ctx(system), { memberId })).toMatchObject({ withoutPasskey: { by: "stf_one", note } });
    expect(await reads(cookie)).toBe(200);
    await expect(endWithoutPasskey(await by(), { memberId, version: version - 1 })).rejects.toMatchObject({
      reason: "record.changed",
    });
    await endWithoutPasskey(await by(), { memberId, version });
    expect(await reads(cookie)).toBe(403);
  });

  it("is no administrator, is not spared by themselves, and needs one again as an administrator", async () => {
    const { id: memberId, cookie } = await enters("link");
    const version = await versionOf(memberId);
    const refused = { reason: "identity.passkey-not-spared" };
    await expect(letWithoutPasskey(await by(), { memberId, version, note })).rejects.toMatchObject(refused);
    const self = world.ctx({ kind: "staff", id: memberId, roles: ["administrator"] });
    await expect(letWithoutPasskey(self, { memberId, version, note })).rejects.toMatchObject(refused);
    expect(await reads(cookie)).toBe(403);
    const editor = await signIn(world, "editor");
    const told = await ask(editor, "POST", `/api/console/members/${memberId}/without-passkey`, { version, note });
    expect(told.json()).toMatchObject({ title: "access.forbidden" });
    await expect(letWithoutPasskey(await by(), { memberId, version, note: "" })).rejects.toMatchObject({
      fields: [{ field: "note" }],
    });
  });
});
