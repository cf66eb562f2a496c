import { Hono } from "hono";
import { appOf } from "./app.ts";
import { describe } from "./describe.ts";
import type { Env } from "./types.ts";

type Group = () => Promise<{ app: Hono<Env> }>;

/** The capabilities of the API, each loaded by the first request that needs it: a cold start pays for one of them, not for all. */
export const groups: readonly { readonly at: readonly string[]; readonly load: Group }[] = [
  {
    at: ["api/activities", "api/registrations", "forms/register", "my/registrations"],
    load: () => import("./groups/activities.ts"),
  },
  { at: ["api/cases"], load: () => import("./groups/cases.ts") },
  { at: ["api/projects", "api/own-projects", "forms/project", "my/projects"], load: () => import("./groups/projects.ts") },
  { at: ["api/demands", "api/own-demands", "forms/demand", "my/demands"], load: () => import("./groups/demands.ts") },
  { at: ["api/talents", "api/own-talents", "forms/talent", "my/talents"], load: () => import("./groups/talents.ts") },
  { at: ["my/unsubscribe"], load: () => import("./groups/outreach.ts") },
  { at: ["api/chains"], load: () => import("./groups/visitors.ts") },
];

/** What needs no capability: whether the product answers, and the answer to addresses that are none. */
export const base = appOf({
  api: new Hono<Env>().get("/health", describe({ summary: "Whether the product answers" }), (c) => c.json({ status: "ok" })),
});

/** The app that answers a path; the language in front of it does not matter. */
export async function appFor(path: string): Promise<Hono<Env>> {
  const [first, second] = path.split("/").filter((part, i) => part && !(i === 1 && part === "en"));
  const group = groups.find(({ at }) => at.includes(`${first}/${second}`));
  return group ? (await group.load()).app : base;
}
