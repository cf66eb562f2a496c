import * as z from "zod";
import { listActivities } from "../activity/index.ts";
import { listCampaigns } from "../campaign/index.ts";
import { listCases } from "../cases/index.ts";
import { listDemands } from "../demand/index.ts";
import { roles } from "../platform/actor.ts";
import { command, mayAsk } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { listProjects } from "../project/index.ts";
import { listTalents } from "../talent/index.ts";
import type { Thing, ThingKind } from "./schema.ts";

/** Of each state at most so many are found, and in all so many shown. */
const each = 5;
const shown = 20;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly title: Localised;
}
interface Source {
  readonly kind: ThingKind;
  readonly list: Parameters<typeof mayAsk>[1];
  readonly states: readonly string[];
  find(ctx: Ctx, q: string, state: string): Promise<readonly Row[]>;
}

/** Where each kind is looked for, in the order in which it is shown. */
const sources: readonly Source[] = [
  {
    kind: "activity",
    list: listActivities,
    states: ["published", "draft", "cancelled"],
    find: async (ctx, q, status) => (await listActivities(ctx, { q, status: status as "draft", limit: each })).items,
  },
  {
    kind: "project",
    list: listProjects,
    states: ["submitted", "changes-requested", "listed", "declined", "withdrawn"],
    find: async (ctx, q, status) => (await listProjects(ctx, { q, status: status as "listed", limit: each })).items,
  },
  {
    kind: "demand",
    list: listDemands,
    states: ["submitted", "changes-requested", "listed", "declined", "withdrawn"],
    find: async (ctx, q, status) => (await listDemands(ctx, { q, status: status as "listed", limit: each })).items,
  },
  {
    kind: "talent",
    list: listTalents,
    states: ["applied", "approved", "declined"],
    find: async (ctx, q, status) =>
      (await listTalents(ctx, { q, status: status as "applied", limit: each })).items.map(
        ({ id, name, organisation, ...same }) => ({
          ...same,
          id,
          title: { "zh-CN": [name, organisation].filter(Boolean).join(" · ") },
        }),
      ),
  },
  {
    kind: "case",
    list: listCases,
    states: ["draft", "in-review", "scheduled", "published", "withdrawn"],
    find: async (ctx, q, status) => (await listCases(ctx, { q, status: status as "draft", limit: each })).items,
  },
  {
    kind: "campaign",
    list: listCampaigns,
    states: [""],
    find: async (ctx, q) =>
      (await listCampaigns(ctx, { q, limit: each })).items.map(({ id, status, subject }) => ({ id, status, title: subject })),
  },
];

/**
 * Things of every kind whose title, or whoever stands behind it, holds the words or sounds like them; only what the one who asks may
 * read. Looks through the lists of every state side by side, each with its two round trips.
 */
export const findThings = command({
  input: z.object({ q: z.string().trim().min(1).max(100) }),
  access: roles,
  scope: "itself",
  async run(ctx, { q }): Promise<{ items: readonly Thing[] }> {
    const mine = sources.filter(({ list }) => mayAsk(ctx.actor, list));
    const found = await Promise.all(
      mine.flatMap(({ kind, states, find }) =>
        states.map(async (state) =>
          (await find(ctx, q, state)).map(({ id, status, title }): Thing => ({ kind, id, status, title })),
        ),
      ),
    );
    const things = new Map(found.flat().map((thing) => [thing.id, thing]));
    return { items: [...things.values()].slice(0, shown) };
  },
});
