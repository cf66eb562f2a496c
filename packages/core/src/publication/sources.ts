import { listPublicActivities, readActivity } from "../activity/index.ts";
import type { PublicActivity } from "../activity/schema.ts";
import type { PublicCase } from "../cases/schema.ts";
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
  readonly cases: readonly PublicCase[];
  readonly projects: readonly PublicProject[];
  readonly talents: readonly PublicTalent[];
}
export type Kind = keyof SiteContent;

interface Source<T> {
  /** One published thing; undefined when it is not public. */
  find(ctx: Ctx, id: string): Promise<T | undefined>;
  list(ctx: Ctx, cursor: string | undefined): Promise<Page<T>>;
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

const nothing = { find: async () => undefined, list: async () => ({ items: [] }), order: () => 0 };

const sources: { readonly [K in Kind]: Source<SiteContent[K][number]> } = {
  activities: {
    find: async (ctx, activityId) => {
      const activity = await ifPublic(readActivity(ctx, { activityId }));
      return activity?.status === "published" || activity?.status === "cancelled" ? activity : undefined;
    },
    list: (ctx, cursor) => listPublicActivities(ctx, { limit: 100, cursor }),
    order: (a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id),
  },
  cases: nothing,
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

/** What just changed, read past the index, which may lag behind the table. */
export interface Fresh {
  readonly kind: Kind;
  readonly id: string;
}

export const findPublic = <K extends Kind>(ctx: Ctx, kind: K, id: string): Promise<SiteContent[K][number] | undefined> =>
  sources[kind].find(ctx, id);

async function all<K extends Kind>(ctx: Ctx, kind: K, fresh: Fresh | undefined): Promise<SiteContent[K]> {
  type T = SiteContent[K][number];
  const source = sources[kind] as Source<T>;
  const found = new Map<string, T>();
  let cursor: string | undefined;
  do {
    const page = await source.list(ctx, cursor);
    for (const item of page.items) found.set(item.id, item);
    cursor = page.cursor;
  } while (cursor);
  if (fresh?.kind === kind) {
    const now = await source.find(ctx, fresh.id);
    if (now && !(kind === "activities" && (now as PublicActivity).status === "cancelled")) found.set(fresh.id, now);
    else found.delete(fresh.id);
  }
  return [...found.values()].sort(source.order) as unknown as SiteContent[K];
}

/** Reads all that is public. */
export async function readContent(ctx: Ctx, fresh?: Fresh): Promise<SiteContent> {
  const [activities, cases, projects, talents] = await Promise.all([
    all(ctx, "activities", fresh),
    all(ctx, "cases", fresh),
    all(ctx, "projects", fresh),
    all(ctx, "talents", fresh),
  ]);
  return { activities, cases, projects, talents };
}
