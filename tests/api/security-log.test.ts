import { issueSetUpLink, listMembers } from "@lingxi/core/identity";
import type { Actor } from "@lingxi/core/platform/actor";
import { jsonLog } from "@lingxi/core/platform/log";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { actor } from "../../functions/src/api/middleware/actor.ts";
import { onError } from "../../functions/src/api/middleware/errors.ts";
import type { Env } from "../../functions/src/api/types.ts";
import { call } from "../support/api.ts";
import { embedded, system } from "../support/embedded.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
const lines: Record<string, unknown>[] = [];
const log = jsonLog(
  { requestId: "req_test" },
  (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
  () => world.clock.now,
);
const noted = { ctx: (who?: Actor) => ({ ...world.ctx(who), log }) };
const enter = async () => {
  const made = await issueSetUpLink(world.ctx(system), {});
  return call(noted, "POST", "/api/session", { body: { token: made?.token ?? "" } });
};
beforeEach(() => {
  lines.length = 0;
  // The frame of the pages is asked of nobody.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
});

describe("the log of security", () => {
  it("has who came in, by what, from which kind of browser and when, and who left", async () => {
    const cookie = ((await enter()).cookies[0] ?? "").split(";")[0] ?? "";
    await call(noted, "DELETE", "/api/session", { cookies: [cookie] });
    const who = { level: "info", memberId: "stf_first", requestId: "req_test", source: expect.any(String), device: "? · ?" };
    expect(lines).toMatchObject([
      { ...who, message: "signed in", by: "link", time: world.clock.now.toISOString() },
      { ...who, message: "signed out", actor: "stf_first" },
    ]);
    expect(JSON.stringify(lines)).not.toContain(cookie.split(".")[2]);
  });

  it("has what was refused, by its reason and its route, and nothing that was sent", async () => {
    const cookies = [await signIn(world, "auditor")];
    const token = "act_0.no-such-secret-of-mine";
    await call(noted, "POST", "/api/session", { body: { token } });
    await call(noted, "GET", "/api/console/members");
    await call(noted, "POST", "/api/console/activities", { cookies, body: {} });
    await call(noted, "GET", `/api/registrations/${token}`);
    await call(noted, "POST", "/api/session/link", { body: { email: "no address" } });
    expect(lines.map(({ message, reason, route, actor: who }) => [message, reason, route, who])).toEqual([
      ["refused", "identity.link-spent", "/api/session", "public"],
      ["refused", "access.sign-in", "/api/console/members", "public"],
      ["refused", "access.forbidden", "/api/console/activities", "stf_auditor"],
      ["refused", "registration.not-found", "/api/registrations/:token", "public"],
      ["refused", "input.invalid", "/api/session/link", "public"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/no-such-secret|no address|127\.0\.0\.1/);
  });

  it("has a limit that was reached, on a page as well", async () => {
    for (let i = 0; i < 21; i++) await call(noted, "POST", "/api/session/link", { body: { email: `n${i}@example.com` } });
    expect(lines).toMatchObject([{ message: "refused", reason: "access.too-many" }]);
    await call(noted, "GET", "/my/registrations/reg_0.forged");
    expect(lines[1]).toMatchObject({ reason: "registration.not-found", route: "/my/registrations/:token" });
  });

  it("has nothing of it where the app does not note refusals (control)", async () => {
    const app = new Hono<Env>();
    app.use(actor).onError(onError);
    app.get("/api/members", async (c) => c.json(await listMembers(c.var.ctx, {})));
    expect((await call(noted, "GET", "/api/members", { app })).status).toBe(401);
    expect(lines).toEqual([]);
  });
});

describe("the network that a call came from", () => {
  afterEach(() => {
    delete process.env.TRUSTED_PROXIES;
    delete process.env.EDGE_SECRET;
  });
  const ask = async (forwarded: string, edge?: string) =>
    call(world, "POST", "/api/session/link", {
      body: { email: `${forwarded.replace(/\W/g, "-")}@example.com` },
      headers: { "x-forwarded-for": forwarded, ...(edge ? { "x-lingxi-edge": edge } : {}) },
    });
  const crowd = async (from: (i: number) => string, edge?: string) => {
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push((await ask(from(i), edge)).status);
    return answers.at(-1);
  };

  it("is what the edge passes on, where the edge shows its secret", async () => {
    process.env.TRUSTED_PROXIES = "1";
    process.env.EDGE_SECRET = "the edge";
    expect(await crowd((i) => `192.0.2.${i}, 198.51.100.1`, "the edge")).toBe(202);
    expect(await crowd((i) => `10.0.0.${i}, 192.0.2.200, 198.51.100.${i}`, "the edge")).toBe(429);
  });

  it("is that of the caller itself, where it calls past the edge and writes another address", async () => {
    process.env.TRUSTED_PROXIES = "1";
    process.env.EDGE_SECRET = "the edge";
    expect(await crowd((i) => `203.0.113.${i}, 198.51.100.77`)).toBe(429);
    expect(await crowd((i) => `203.0.113.${100 + i}, 198.51.100.78`, "a guess")).toBe(429);
  });

  it("would be whatever it writes without the secret (control)", async () => {
    process.env.TRUSTED_PROXIES = "1";
    expect(await crowd((i) => `203.0.113.${200 + i}, 198.51.100.79`)).toBe(202);
  });
});
