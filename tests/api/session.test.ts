import { issueSignInLink } from "@lingxi/core/identity";
import { describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { embedded, system } from "../support/embedded.ts";

const world = embedded();
const link = () => issueSignInLink(world.ctx(system), { staffId: "stf_1", name: "管理员", roles: ["administrator"] });

async function signedIn() {
  const { token } = await link();
  const answer = await call(world, "POST", "/api/session", { body: { token } });
  expect(answer.status).toBe(200);
  return { token, cookie: (answer.cookies[0] ?? "").split(";")[0] ?? "", full: answer.cookies[0] ?? "" };
}

describe("signing in", () => {
  it("opens a session in a cookie that scripts and other sites do not get", async () => {
    const { cookie, full } = await signedIn();
    expect(full).toMatch(/^__Host-session=.*HttpOnly.*Secure.*SameSite=Strict/);
    expect((await call(world, "GET", "/api/session", { cookies: [cookie] })).json()).toMatchObject({ name: "管理员" });
    expect((await call(world, "GET", "/api/console/activities", { cookies: [cookie] })).status).toBe(200);
  });

  it("spends a link once, even when two browsers race, and not after ten minutes", async () => {
    const { token } = await link();
    const both = await Promise.all([1, 2].map(() => call(world, "POST", "/api/session", { body: { token } })));
    expect(both.map((a) => a.status).sort()).toEqual([200, 403]);
    const late = (await link()).token;
    world.clock.advance(10 * 60_000);
    expect((await call(world, "POST", "/api/session", { body: { token: late } })).status).toBe(403);
  });

  it("ends a session at once", async () => {
    const { cookie } = await signedIn();
    expect((await call(world, "DELETE", "/api/session", { cookies: [cookie] })).status).toBe(204);
    expect((await call(world, "GET", "/api/session", { cookies: [cookie] })).status).toBe(401);
  });

  it("does not count the session of a request that another site made", async () => {
    const { cookie } = await signedIn();
    const foreign = { cookies: [cookie], body: {}, headers: { origin: "https://evil.example" } };
    expect((await call(world, "POST", "/api/console/activities", foreign)).status).toBe(401);
    const own = { ...foreign, headers: { origin: "https://lingxi.example" } };
    expect((await call(world, "POST", "/api/console/activities", own)).status).toBe(422);
  });

  it("keeps no secret in the table", async () => {
    const { token, cookie } = await signedIn();
    const stored = JSON.stringify(await world.scan());
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(cookie.split("=")[1]);
  });
});
