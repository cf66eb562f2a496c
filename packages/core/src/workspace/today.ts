import * as z from "zod";
import { listActivities } from "../activity/index.ts";
import { listCampaigns } from "../campaign/index.ts";
import { listCases } from "../cases/index.ts";
import { listDemands } from "../demand/index.ts";
import { listReminders } from "../matching/index.ts";
import { claimsByName } from "../organisation/index.ts";
import { type Access, actorName, type Part, reaches, roles } from "../platform/actor.ts";
import { command, mayAsk } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { dayOf } from "../platform/time.ts";
import { listProjects } from "../project/index.ts";
import { listTalents } from "../talent/index.ts";
import type { Duty, DutyKind, Pending, Thing } from "./schema.ts";

const counted = 100;
const named = 3;

type Waiting = Pending & { readonly part?: Part };
interface Found {
  readonly items: readonly Waiting[];
  readonly more: boolean;
}
interface Source {
  readonly kind: DutyKind;
  /** Who can do something about it: some of those who may read the list. */
  readonly access: Access;
  /** The list it is found in. */
  readonly list: Parameters<typeof mayAsk>[1];
  find(ctx: Ctx): Promise<Found>;
}

const reviewers = ["reviewer", "organiser"] as const;

/** Every reason in the order in which it is shown, and who can do something about it. */
const sources: readonly Source[] = [
  {
    kind: "paused-campaign",
    access: ["organiser"],
    list: listCampaigns,
    async find(ctx) {
      const { items, cursor } = await listCampaigns(ctx, { status: "paused", limit: counted });
      const of = items.map(({ id, status, subject, updatedAt }) => ({
        ...{ kind: "campaign" as const, id, status, title: subject, at: updatedAt },
      }));
      return { items: of, more: Boolean(cursor) };
    },
  },
  {
    kind: "approve-campaign",
    access: ["organiser"],
    list: listCampaigns,
    async find(ctx) {
      const { items, cursor } = await listCampaigns(ctx, { status: "waiting", limit: counted });
      const others = items.filter(({ asked }) => asked?.by !== actorName(ctx.actor));
      const of = others.map(({ id, status, subject, asked }) => ({
        ...{ kind: "campaign" as const, id, status, title: subject, at: asked?.at },
      }));
      return { items: of, more: Boolean(cursor) };
    },
  },
  {
    kind: "held-case",
    access: ["organiser", "editor"],
    list: listCases,
    async find(ctx) {
      const { items, cursor } = await listCases(ctx, { status: "scheduled", limit: counted });
      const held = items.filter(({ schedule }) => schedule?.held);
      return { items: held.map((c) => ({ ...thing("case", c), at: c.schedule?.publishAt })), more: Boolean(cursor) };
    },
  },
  {
    kind: "review-project",
    access: reviewers,
    list: listProjects,
    async find(ctx) {
      const { items, cursor } = await listProjects(ctx, { status: "submitted", limit: counted });
      return {
        items: items.map((p) => ({ ...thing("project", p), at: p.since, part: { chains: [p.chain] } })),
        more: Boolean(cursor),
      };
    },
  },
  {
    kind: "review-demand",
    access: reviewers,
    list: listDemands,
    async find(ctx) {
      const { items, cursor } = await listDemands(ctx, { status: "submitted", limit: counted });
      return {
        items: items.map((d) => ({ ...thing("demand", d), at: d.since, part: { chains: [d.chain] } })),
        more: Boolean(cursor),
      };
    },
  },
  {
    kind: "review-talent",
    access: reviewers,
    list: listTalents,
    async find(ctx) {
      const { items, cursor } = await listTalents(ctx, { status: "applied", limit: counted });
      const of = items.map((t) => ({ ...thing("talent", { ...t, title: { "zh-CN": t.name } }), at: t.since }));
      return { items: of, more: Boolean(cursor) };
    },
  },
  {
    kind: "check-claim",
    access: ["organiser"],
    list: claimsByName,
    async find(ctx) {
      const { items, cursor } = await claimsByName(ctx, { limit: counted });
      const of = items.map(({ code, accountId, name, since }) => ({
        ...{ kind: "organisation" as const, id: `${code}-${accountId}`, status: "claimed", title: { "zh-CN": name }, at: since },
      }));
      return { items: of, more: Boolean(cursor) };
    },
  },
  {
    kind: "review-case",
    access: ["organiser"],
    list: listCases,
    async find(ctx) {
      const { items, cursor } = await listCases(ctx, { status: "in-review", limit: counted });
      return { items: items.map((c) => ({ ...thing("case", c), at: c.review?.since })), more: Boolean(cursor) };
    },
  },
  {
    kind: "due-reminder",
    access: ["organiser", "broker"],
    list: listReminders,
    async find(ctx) {
      const { items, cursor } = await listReminders(ctx, { until: dayOf(ctx.now()), limit: counted });
      const due = items.map(({ demandId, offerId, title, on, chain }) => ({
        ...{ kind: "match" as const, id: `${demandId}/${offerId}`, status: "open", title, at: on, part: { chains: [chain] } },
      }));
      return { items: due, more: Boolean(cursor) };
    },
  },
  {
    kind: "free-seats",
    access: ["organiser"],
    list: listActivities,
    async find(ctx) {
      const now = ctx.now().toISOString();
      const { items, cursor } = await listActivities(ctx, { status: "published", limit: counted });
      const free = items.filter((a) => a.waiting > 0 && a.taken < a.capacity && a.startsAt > now);
      return {
        items: free.map((a) => ({ ...thing("activity", a), at: a.startsAt, part: { activity: a.id, chains: a.chains } })),
        more: Boolean(cursor),
      };
    },
  },
  {
    kind: "overdue-demand",
    access: ["organiser", "broker"],
    list: listDemands,
    async find(ctx) {
      const today = dayOf(ctx.now());
      const pages = await Promise.all(
        (["open", "in-contact"] as const).map((status) => listDemands(ctx, { status, order: "oldest", limit: counted })),
      );
      const late = pages.flatMap(({ items }) => items).filter(({ deadline }) => deadline && deadline < today);
      return {
        items: late.map((d) => ({
          ...thing("demand", { ...d, status: d.state }),
          at: d.deadline,
          part: { chains: [d.chain] },
        })),
        more: pages.some(({ cursor }) => Boolean(cursor)),
      };
    },
  },
];

const thing = (kind: Thing["kind"], { id, status, title }: Pick<Thing, "id" | "status" | "title">): Thing => ({
  kind,
  id,
  status,
  title,
});

/**
 * What waits for the one who asks, the most pressing first; nothing for what that person cannot do, and for a role that holds for a part what belongs to
 * that part. Counts to a hundred of each.
 */
export const readToday = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  async run(ctx): Promise<{ duties: readonly Duty[] }> {
    const mine = sources.filter(({ access, list }) => mayAsk(ctx.actor, { access, scoped: list.scoped }));
    const duties = await Promise.all(
      mine.map(async ({ kind, access, find }): Promise<Duty> => {
        const { items, more } = await find(ctx);
        // Somebody may read more of a list than they can decide upon.
        const theirs = items.filter(({ part = {} }) => reaches(ctx.actor, access, part));
        return { kind, count: theirs.length, more, first: theirs.slice(0, named).map(({ part: _, ...first }) => first) };
      }),
    );
    return { duties: duties.filter(({ count }) => count > 0) };
  },
});
