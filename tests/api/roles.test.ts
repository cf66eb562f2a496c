import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listMembers } from "@lingxi/core/identity";
import type { Grant } from "@lingxi/core/identity/schema";
import { type Role, roles } from "@lingxi/core/platform/actor";
import { command } from "@lingxi/core/platform/command";
import { Hono } from "hono";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { appOf } from "../../functions/src/api/app.ts";
import { describe as about } from "../../functions/src/api/describe.ts";
import type { Env } from "../../functions/src/api/types.ts";
import { call } from "../support/api.ts";
import { embedded } from "../support/embedded.ts";
import { good, nameOf } from "../support/good-input.ts";
import { participantOf } from "../support/participant.ts";
import { freshRecords } from "../support/records.ts";
import { allRoutes, readDocument, rolesDocument } from "../support/rights.ts";
import { member, sessionOf, signIn } from "../support/session.ts";

const world = embedded();
const document = readFileSync(join(import.meta.dirname, "../../docs/roles.md"), "utf8");
const table = readDocument(document);
const fresh = freshRecords(world);
const cookies = new Map<string, string>();
/** The chain of all records that are made for tests of one part, and one that is not theirs. */
const mine = ["titanium", "apples"];
const others = ["photonics"];

beforeAll(async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  world.render = async () => ({ status: 200, type: "text/html; charset=utf-8", body: "<h1>preview</h1>" });
  for (const role of roles) cookies.set(role, await signIn(world, role));
});

interface Place {
  readonly method: string;
  readonly path: string;
}
const placesOf = (path: string) => path.match(/(?<=\{)\w+/g) ?? [];

/** What an answer says of the right to ask. */
function judge(status: number, text: string): "open" | "shut" | "other-part" | "sign-in" {
  const title = status === 401 || status === 403 ? String((JSON.parse(text) as { title?: string }).title) : "";
  if (title === "access.forbidden") return "shut";
  if (title === "access.other-part") return "other-part";
  return title === "access.sign-in" ? "sign-in" : "open";
}

const version = { version: 1 };
const text = { "zh-CN": "文字" };
/** What is in order where the state of a new record refuses it. */
const inOrder: Readonly<Record<string, object>> = {
  "POST /api/console/activities/{}/cancel": version,
  "POST /api/console/activities/{}/publish": version,
  "POST /api/console/demands/{}/state": { ...version, state: "open" },
  "POST /api/console/demands/{}/withdraw": { ...version, remark: "撤回" },
  "PUT /api/console/demands/{}/texts": { ...version, title: text, problem: text },
  "POST /api/console/projects/{}/withdraw": { ...version, remark: "撤回" },
  "PUT /api/console/projects/{}/texts": { ...version, title: text, problem: text, advantage: text, economics: text },
};

/** Calls a route as somebody, on records that are there, with input that is in order. */
async function ask({ method, path }: Place, cookie: string | undefined, address: string, app?: Hono<Env>) {
  const name = nameOf({ method, path });
  const body = inOrder[name] ?? good[name] ?? {};
  const upload = /^\/api\/(pictures|documents|imports|.+\/documents)$/.test(path) ? new FormData() : undefined;
  if (path.startsWith("/api/console/"))
    for (const [field, value] of Object.entries(body)) upload?.append(field, value instanceof Blob ? value : String(value));
  const answer = await call(world, method, address, {
    ...(cookie ? { cookies: [cookie] } : {}),
    ...(method === "GET" ? {} : upload ? { upload } : { body }),
    ...(app ? { app } : {}),
  });
  return { ...answer, said: judge(answer.status, answer.text) };
}

async function addressOf({ path }: Place): Promise<string> {
  let address = path;
  for (const name of placesOf(path)) address = address.replace(`{${name}}`, await fresh(path, name));
  return address;
}

/** Calls every route as every role. @returns where what happens differs from the table */
async function walk(places: readonly Place[], app?: Hono<Env>): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    const name = `${place.method} ${place.path}`;
    const expected = table.get(name);
    if (!expected) {
      found.push(`${name} is not in the table`);
      continue;
    }
    const address = await addressOf(place);
    const nobody = await ask(place, undefined, address, app);
    if (nobody.said !== "sign-in") found.push(`${name} answers ${nobody.status} without a session`);
    for (const role of roles) {
      const { said, status } = await ask(place, cookies.get(role), address, app);
      if (status >= 500) found.push(`${name} answers ${status} to ${role}`);
      if (said !== (expected[role] === "none" ? "shut" : "open")) found.push(`${name} is ${said} to ${role}`);
    }
  }
  return found;
}

describe("docs/roles.md", () => {
  it("is what the code says; npm run roles writes it", async () => {
    expect(document).toBe(await rolesDocument());
    expect(document).not.toContain("`?`");
  });

  it("lets an auditor change nothing but their own way in and what is their own in the console", () => {
    const changes = [...table].filter(([route, reach]) => !route.startsWith("GET ") && reach.auditor !== "none");
    // What is being typed is sent to be looked at; nothing is kept of it.
    const own = /\/console\/(me|workspace)\//;
    const reading = /^POST \/api\/(console\/\w+\/check|preview\/\w+)$/;
    expect(changes.map(([route]) => route).filter((route) => !own.test(route) && !reading.test(route))).toEqual([]);
  });
});

describe("every route of staff", () => {
  it("is open to exactly the roles of the table, and to nobody without a session", async () => {
    const places = (await allRoutes()).filter(({ verb }) => Array.isArray(verb?.access));
    expect(places.length).toBeGreaterThan(70);
    expect(places).toHaveLength(table.size);
    expect(await walk(places)).toEqual([]);
  }, 180_000);

  it("is closed to participants, and those of participants to staff", async () => {
    const { cookie } = await participantOf(world, "participant@example.com");
    const open: string[] = [];
    for (const place of (await allRoutes()).filter(({ verb }) => Array.isArray(verb?.access)))
      if ((await ask(place, cookie, await addressOf(place))).said !== "sign-in") open.push(`${place.method} ${place.path}`);
    const own = (await allRoutes()).filter(({ verb }) => verb?.access === "participant");
    expect(own.length).toBeGreaterThan(5);
    for (const place of own)
      for (const session of [undefined, cookies.get("administrator")]) {
        const options = session ? { cookies: [session] } : {};
        const { status } = await call(world, place.method, await addressOf(place), options);
        if (status !== 401) open.push(`${place.method} ${place.path} answers ${status}`);
      }
    expect(open).toEqual([]);
  }, 180_000);

  it("would be found where it lets more people in than its table says", async () => {
    const widened = command({ input: listMembers.input, access: ["administrator", "auditor", "jury"], run: async () => ({}) });
    const routes = new Hono<Env>().get("/console/members", about({ summary: "", verb: listMembers }), async (c) =>
      c.json(await widened(c.var.ctx, {})),
    );
    const app = appOf({ api: routes });
    expect(await walk([{ method: "GET", path: "/api/console/members" }], app)).toEqual([
      "GET /api/console/members is open to jury",
    ]);
  });

  it("is open to a role for a part where it touches that part, and to no other", async () => {
    const found: string[] = [];
    let tried = 0;
    const sessions = new Map<string, string>();
    const limited = async (role: Role, where: readonly string[]) => {
      const id = `stf_${role}-${where.join("-")}`;
      const grant: Grant = { role, activities: [], chains: [...where] };
      const cookie = sessions.get(id) ?? (await sessionOf(world, await member(world, id, grant)));
      sessions.set(id, cookie);
      return cookie;
    };
    for (const [name, reach] of table) {
      const [method = "", path = ""] = name.split(" ");
      if (path.includes("/console/me") || path === "/api/session") continue;
      for (const role of roles) {
        if (role === "administrator" || reach[role] === "none" || role === "auditor") continue;
        const lists = reach[role] === "part" && method === "GET" && !placesOf(path).length;
        const inside = await ask({ method, path }, await limited(role, mine), await addressOf({ method, path }));
        const outside = await ask({ method, path }, await limited(role, others), await addressOf({ method, path }));
        tried++;
        // What is one's own, keeps to one's part by itself, or is of no part since nothing is kept of it: nobody is sent away.
        const open = lists || path.includes("/console/workspace/") || path === "/api/imports/table";
        const wanted = reach[role] === "part" ? ["open", open ? "open" : "other-part"] : ["shut", "shut"];
        if (inside.said !== wanted[0] || outside.said !== wanted[1])
          found.push(`${name} is ${inside.said}, ${outside.said} (${outside.status}) to a limited ${role}`);
        if (lists && (outside.json().items as unknown[] | undefined)?.length) found.push(`${name} lists what is of other parts`);
      }
    }
    expect(tried).toBeGreaterThan(60);
    expect(found).toEqual([]);
  }, 180_000);

  it("of one's own is closed to everybody else: a foreign session or passkey is not found", async () => {
    for (const path of ["/api/console/me/sessions/{sessionId}/end", "/api/console/me/passkeys/{passkeyId}/remove"]) {
      const place: Place = { method: "POST", path };
      for (const role of roles.filter((one) => one !== "administrator"))
        expect((await ask(place, cookies.get(role), await addressOf(place))).status, `${path} to ${role}`).toBe(404);
    }
  });
});
