import { matchDemands } from "@lingxi/core/matching/reactions";
import type { Ctx } from "@lingxi/core/platform/context";
import type { Facts } from "../facts.ts";
import { loadActivities } from "./activities.ts";
import { loadCases } from "./cases.ts";
import { loadNotification } from "./contacts.ts";
import { loadDemands } from "./demands.ts";
import { loadPages } from "./pages.ts";
import { loadProjects } from "./projects.ts";
import { loadTalents } from "./talents.ts";

/** A part of the sample data. `load` calls the core's verbs with fixed ids: a start that was killed half-way runs it again, and nothing is doubled. */
export interface Sample {
  readonly name: string;
  load(ctx: Ctx): Promise<void>;
}

/** In the order in which they are loaded. */
export const samples: readonly Sample[] = [
  { name: "activities", load: loadActivities },
  { name: "notification", load: loadNotification },
  { name: "projects", load: loadProjects },
  { name: "demands", load: loadDemands },
  { name: "matches", load: (ctx) => matchDemands(ctx, { demandIds: [], all: true }) },
  { name: "talents", load: loadTalents },
  // Cases come after what they link to: they are published only if that is public.
  { name: "cases", load: loadCases },
  { name: "pages", load: loadPages },
];

/** Loads on the first start what is not in yet; a folder whose first start was an empty one stays empty. @returns the names of what it loaded */
export async function loadSamples(ctx: Ctx, facts: Facts, wanted: boolean, list: readonly Sample[] = samples): Promise<string[]> {
  const first = facts.get("first-start");
  if (!first) facts.set("first-start", wanted ? "samples" : "empty");
  if ((first ?? (wanted ? "samples" : "empty")) === "empty") return [];
  const loaded: string[] = [];
  for (const { name, load } of list) {
    if (facts.get(`sample ${name}`)) continue;
    await load(ctx);
    facts.set(`sample ${name}`, ctx.now().toISOString());
    loaded.push(name);
  }
  return loaded;
}
