import { listPublicActivities, readActivity } from "../activity/index.ts";
import type { PublicActivity } from "../activity/schema.ts";
import { listPublicCases, readPublicCase } from "../cases/index.ts";
import type { CaseSummary, PublicCase } from "../cases/schema.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { listPublicProjects, readProject } from "../project/index.ts";
import type { PublicProject } from "../project/schema.ts";
import { listPublicTalents, readTalent } from "../talent/index.ts";
import type { PublicTalent } from "../talent/schema.ts";

/** Everything that the public site shows, newest or next first. */
export interface SiteContent {
  readonly activities: readonly PublicActivity[];
  readonly cases: readonly CaseSummary[];
  readonly projects: readonly PublicProject[];
  readonly talents: readonly PublicTalent[];
}
export type Kind = keyof SiteContent;

/** One of each, with all that its own page shows. */
export interface Things {
  readonly activities: PublicActivity;
  readonly cases: PublicCase;
  readonly projects: PublicProject;
  readonly talents: PublicTalent;
}

interface Source<T, Whole extends T = T> {
  /** One published thing; undefined when it is not public. */
  find(ctx: Ctx, id: string): Promise<Whole | undefined>;
  list(ctx: Ctx, cursor: string | undefined): Promise<Page<T>>;
  /** What lists show of it, when that is not all; undefined when no list does. */
  listed?(thing: Whole): T | undefined;
  /** The order of its list, which must not depend on anything but the thing. */
  order(a: T, b: T): number;
}

const ifPublic = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
};

const sources: { readonly [K in Kind]: Source<SiteContent[K][number], Things[K]> } = {
  activities: {
    find: async (ctx, activityId) => {
      const activity = await ifPublic(readActivity(ctx, { activityId }));
      return activity?.status === "published" || activity?.status === "cancelled" ? activity : undefined;
    },
    list: (ctx, cursor) => listPublicActivities(ctx, { limit: 100, cursor }),
    // A cancelled activity is in no list any more, but its page still says so to those who hold the address.
    listed: (activity) => (activity.status === "cancelled" ? undefined : activity),
    order: (a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id),
  },
  cases: {
    find: (ctx, id) => ifPublic(readPublicCase(ctx, { case: id })),
    list: (ctx, cursor) => listPublicCases(ctx, { limit: 100, cursor }),
    listed: ({ body: _, ...summary }) => summary,
    order: (a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id.localeCompare(a.id),
  },
  projects: {
    find: (ctx, projectId) => ifPublic(readProject(ctx, { projectId })),
    list: (ctx, cursor) => listPublicProjects(ctx, { limit: 100, cursor }),
    order: (a, b) => b.listedAt.localeCompare(a.listedAt) || b.id.localeCompare(a.id),
  },
  talents: {
    find: (ctx, talentId) => ifPublic(readTalent(ctx, { talentId })),
    list: (ctx, cursor) => listPublicTalents(ctx, { limit: 100, cursor }),
    order: (a, b) => b.id.localeCompare(a.id),
  },
};

/** What just changed, read past the index, which may lag behind the table; without a `thing` it is not public any more. */
export interface Fresh {
  readonly kind: Kind;
  readonly id: string;
  readonly thing: Things[Kind] | undefined;
}

export const findPublic = <K extends Kind>(ctx: Ctx, kind: K, id: string): Promise<Things[K] | undefined> =>
  sources[kind].find(ctx, id);

async function all<K extends Kind>(ctx: Ctx, kind: K, fresh: readonly Fresh[]): Promise<SiteContent[K]> {
  type T = SiteContent[K][number];
  const source = sources[kind] as Source<T>;
  const found = new Map<string, T>();
  let cursor: string | undefined;
  do {
    const page = await source.list(ctx, cursor);
    for (const item of page.items) found.set(item.id, item);
    cursor = page.cursor;
  } while (cursor);
  for (const { id, thing } of fresh.filter((one) => one.kind === kind)) {
    const whole = thing as T | undefined;
    const now = whole && source.listed ? source.listed(whole) : whole;
    if (now) found.set(id, now);
    else found.delete(id);
  }
  return [...found.values()].sort(source.order) as unknown as SiteContent[K];
}

/** Reads all that is public of one kind. */
export const readKind = <K extends Kind>(ctx: Ctx, kind: K): Promise<SiteContent[K]> => all(ctx, kind, []);

/** Reads all that is public. */
export async function readContent(ctx: Ctx, fresh: readonly Fresh[] = []): Promise<SiteContent> {
  const [activities, cases, projects, talents] = await Promise.all([
    all(ctx, "activities", fresh),
    all(ctx, "cases", fresh),
    all(ctx, "projects", fresh),
    all(ctx, "talents", fresh),
  ]);
  return { activities, cases, projects, talents };
}
