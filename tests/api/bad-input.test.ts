import { DomainError } from "@lingxi/core/platform/error";
import { reason } from "@lingxi/core/platform/reason";
import { type Context, Hono } from "hono";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { actor } from "../../functions/src/api/middleware/actor.ts";
import { notFound, onError } from "../../functions/src/api/middleware/errors.ts";
import type { Env } from "../../functions/src/api/types.ts";
import { call } from "../support/api.ts";
import { asItStands, type Operation, operationsOf, probes, send } from "../support/bad-input.ts";
import { embedded } from "../support/embedded.ts";
import { good, goodFor, nameOf } from "../support/good-input.ts";
import { participantOf } from "../support/participant.ts";
import { freshRecords, participantAddress } from "../support/records.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
const fresh = freshRecords(world);
let cookie = "";
beforeAll(async () => {
  // The site's frame is not there, and nobody is asked for it over the network.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  // Everything comes from one network here.
  vi.stubEnv("FORM_LIMIT", "1000000");
  cookie = await signIn(world, "administrator");
  world.render = async () => ({ status: 200, type: "text/html; charset=utf-8", body: "<h1>preview</h1>" });
});

const chineseOnly = reason("control.one-language", "invalid", "请改正。", "请改正。");

/** The part of the bad inputs that a run sends to each operation: each of them meets dozens of operations; 1 sends all to all. */
const share = Number(process.env.BAD_INPUT ?? 0.2);

/** Sends all bad inputs to one operation. @returns what is wrong with the answers */
async function survey(operation: Operation, app?: Hono<Env>): Promise<string[]> {
  const records: Record<string, string> = {};
  const known = good[nameOf(operation)];
  const body = { ...goodFor(operation) };
  const renew = async () => {
    for (const name of operation.path.match(/(?<=\{)\w+/g) ?? []) records[name] = await fresh(operation.path, name);
    if (known) Object.assign(body, await fresh.body(operation.path));
  };
  const path = ([name, value]: [string, string] = ["", ""]) =>
    operation.path.replace(/\{(\w+)\}/g, (_, found: string) => (found === name ? value : (records[found] ?? "")));
  await renew();
  const found: string[] = [];
  const own = /^(\/en)?\/account\//.test(operation.path);
  // What is counted by account does not reach from one operation to the next.
  const address = operation.path.includes("{") ? participantAddress : `${operation.path.replace(/\W/g, "-")}@example.com`;
  const participate = async () => (own ? (await participantOf(world, address)).cookie : undefined);
  let as = /^\/api\/(console|pictures|documents|imports|preview|door|prints)/.test(operation.path) ? cookie : await participate();
  let n = 0;
  for (const probe of probes(operation, body, share, path)) {
    const { status, trouble } = await send(world, probe, { cookie: as, english: n++ % 2 === 0, app });
    if (trouble) found.push(`${probe.method} ${operation.path}, ${probe.what}: ${trouble}`);
    // Without this each bad field would be met behind another refusal, and prove nothing.
    if (known && probe.what === asItStands && status >= 400) found.push(`${nameOf(operation)} refuses good input: ${status}`);
    const moved = status < 400 && operation.fields.length && probe.method === operation.method && operation.method !== "GET";
    if (moved) await renew();
    // Who has signed out, or was erased, signs in again.
    if (own && status < 400 && probe.method === "POST") as = await participate();
  }
  return found;
}

describe("every operation of the API description", () => {
  it("answers bad input with a sentence in the reader's language, never with a fault, and writes nothing", async () => {
    const operations = operationsOf((await call(world, "GET", "/api/openapi.json")).json());
    expect(operations.length).toBeGreaterThan(80);
    expect(Object.keys(good).filter((name) => !operations.some((one) => nameOf(one) === name))).toEqual([]);
    const found: string[] = [];
    for (const operation of operations) found.push(...(await survey(operation)));
    expect(found).toEqual([]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  }, 900_000);

  it.each([
    ["throws", "/api/control", () => Promise.reject(new Error("a fault")), "answers 500"],
    ["answers in no form", "/api/control", async (c) => c.text("no", 422), "no problem details"],
    ["knows one language", "/api/control", async (c) => onError(new DomainError(chineseOnly), c), "wrong language"],
    ["shows what came as HTML", "/forms/control", async (c) => c.html(`<p>${await c.req.text()}</p>`), "hostile text as HTML"],
    [
      "writes before it refuses",
      "/api/control",
      async (c) => {
        const { ctx } = c.var;
        await ctx.table.write([{ put: { pk: "control", sk: ctx.newId("ctl") } }], "");
        throw notFound();
      },
      "has written",
    ],
  ] satisfies [string, string, (c: Context<Env>) => Promise<Response>, string][])(
    "is caught by the same run where a route %s",
    async (_what, path, answer, trouble) => {
      const app = new Hono<Env>();
      app.use(actor);
      app.onError(onError);
      app.notFound((c) => onError(notFound(), c));
      app.post(path, answer);
      const found = await survey({ method: "POST", path, sends: "json", fields: ["name"] }, app);
      expect(found.join("\n")).toContain(trouble);
    },
  );
});
