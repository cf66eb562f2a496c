import { Hono } from "hono";
import { appOf } from "./app.ts";
import { describe } from "./describe.ts";
import type { Env } from "./types.ts";

/** Capabilities of one function, each loaded by the first request that needs it: a cold start pays for one of them, not for all. */
export type Groups = readonly { readonly at: readonly string[]; readonly load: () => Promise<{ app: Hono<Env> }> }[];

/** What needs no capability: whether the product answers, and the answer to addresses that are none. */
export const base = appOf({
  api: new Hono<Env>().get("/health", describe({ summary: "Whether the product answers" }), (c) => c.json({ status: "ok" })),
});

/** The app among `groups` that answers a path; the language in front of it does not matter. */
export async function among(groups: Groups, path: string): Promise<Hono<Env>> {
  const [first, second] = path.split("/").filter((part, i) => part && !(i === 1 && part === "en"));
  const group = groups.find(({ at }) => at.includes(`${first}/${second}`));
  return group ? (await group.load()).app : base;
}
