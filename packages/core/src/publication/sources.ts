import { listActivities, readActivity } from "../activity/index.ts";
import { listIssues, readIssue } from "../campaign/index.ts";
import type { PublicIssue } from "../campaign/issue-schema.ts";
import { listPublicCases, listPublicPages, readPublicCase, readPublicPage } from "../cases/index.ts";
import type { PublicCase, PublicPage } from "../cases/schema.ts";
import { listPublicDemands, readDemand } from "../demand/index.ts";
import type { PublicDemand } from "../demand/schema.ts";
import { outcomeShown } from "../outcome/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { listPublicProjects, readProject } from "../project/index.ts";
import type { PublicProject } from "../project/schema.ts";
import { roadshowShown } from "../roadshow/index.ts";
import { listPublicTalents, readTalent } from "../talent/index.ts";
import type { PublicTalent } from "../talent/schema.ts";
import type { ActivityOnPage, ThingKind } from "./schema.ts";

/** A public thing of each kind with all that its own page shows. */
export interface Things {
  readonly activities: ActivityOnPage;
  readonly projects: PublicProject;
  readonly demands: PublicDemand;
  readonly cases: PublicCase;
  readonly talents: PublicTalent;
  readonly pages: PublicPage;
  readonly newsletters: PublicIssue;
}

interface Source<K extends ThingKind> {
  /** One public thing; undefined when it is not public. */
  find(ctx: Ctx, id: string): Promise<Things[K] | undefined>;
  /** All of them, in one list or several. */
  readonly lists: readonly ((ctx: Ctx, cursor: string | undefined) => Promise<Page<{ readonly id: string }>>)[];
}

const ifPublic = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
};

const limit = 100;
const sources: { readonly [K in ThingKind]: Source<K> } = {
  activities: {
    async find(ctx, activityId) {
      const activity = await ifPublic(readActivity(ctx, { activityId }));
      if (!activity) return undefined;
      const [roadshow, outcome] = await Promise.all([
        activity.kind === "roadshow" ? roadshowShown(ctx, activityId) : undefined,
        activity.availability === "past" ? outcomeShown(ctx, activityId) : undefined,
      ]);
      return { ...activity, ...(roadshow ? { roadshow } : {}), ...(outcome ? { outcome } : {}) };
    },
    // A cancelled one is in no list of the site any more, but its page still says so to those who hold the address.
    lists: (["published", "cancelled"] as const).map(
      (status) => (ctx: Ctx, cursor: string | undefined) => listActivities(ctx, { status, limit, cursor }),
    ),
  },
  projects: {
    find: (ctx, projectId) => ifPublic(readProject(ctx, { projectId })),
    lists: [(ctx, cursor) => listPublicProjects(ctx, { limit, cursor })],
  },
  demands: {
    find: (ctx, demandId) => ifPublic(readDemand(ctx, { demandId })),
    lists: [(ctx, cursor) => listPublicDemands(ctx, { limit, cursor })],
  },
  cases: {
    find: (ctx, id) => ifPublic(readPublicCase(ctx, { case: id })),
    lists: [(ctx, cursor) => listPublicCases(ctx, { limit, cursor })],
  },
  pages: {
    find: (ctx, id) => ifPublic(readPublicPage(ctx, { page: id })),
    lists: [(ctx, cursor) => listPublicPages(ctx, { limit, cursor })],
  },
  newsletters: {
    find: (ctx, issueId) => ifPublic(readIssue(ctx, { issueId })),
    lists: [(ctx, cursor) => listIssues(ctx, { limit, cursor })],
  },
  talents: {
    find: (ctx, talentId) => ifPublic(readTalent(ctx, { talentId })),
    lists: [(ctx, cursor) => listPublicTalents(ctx, { limit, cursor })],
  },
};

/** A public thing, read past the indexes, which may lag behind the table; undefined when it is not public. */
export const findThing = <K extends ThingKind>(ctx: Ctx, kind: K, id: string): Promise<Things[K] | undefined> =>
  sources[kind].find(ctx, id);

/** The ids of all that is public of a kind, a page at a time. */
export async function* publicIds(ctx: Ctx, kind: ThingKind): AsyncGenerator<readonly string[]> {
  for (const list of sources[kind].lists) {
    let cursor: string | undefined;
    do {
      const page = await list(ctx, cursor);
      yield page.items.map(({ id }) => id);
      cursor = page.cursor;
    } while (cursor);
  }
}
