import { readActivity } from "../activity/index.ts";
import { readDemand } from "../demand/index.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { readProject } from "../project/index.ts";
import { kinds, paths } from "../publication/schema.ts";
import { readTalent } from "../talent/index.ts";
import { chainById } from "../taxonomy/index.ts";
import { Case, CaseSlug } from "./entity.ts";
import type { ContentKind, LinkKind } from "./schema.ts";

const found = async (reading: Promise<unknown>): Promise<boolean> => {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return false;
    throw error;
  }
};

const readers: Readonly<Record<LinkKind, (ctx: Ctx, id: string) => Promise<boolean>>> = {
  activities: (ctx, activityId) => found(readActivity(ctx, { activityId })),
  projects: (ctx, projectId) => found(readProject(ctx, { projectId })),
  demands: (ctx, demandId) => found(readDemand(ctx, { demandId })),
  talents: (ctx, talentId) => found(readTalent(ctx, { talentId })),
};

/** Whether a thing has a page that the public can open now. What is no id names no thing. */
export const isPublic = async (ctx: Ctx, kind: LinkKind, id: string): Promise<boolean> =>
  /^[a-z]{3}_[0-9a-z]{26}$/.test(id) && readers[kind](ctx, id);

async function isPublished(ctx: Ctx, kind: ContentKind, slug: string, self: string): Promise<boolean> {
  const owner = await CaseSlug.find(ctx, { kind, slug });
  if (!owner) return false;
  return owner.caseId === self || (await Case.find(ctx, { id: owner.caseId }))?.published !== undefined;
}

const fixed = new Set<string>([
  paths.home,
  ...kinds.map((kind) => paths[kind]),
  paths.chains,
  paths.figures,
  paths.policy,
  paths.privacy,
  paths.find,
  ...kinds.map(paths.findIn),
  paths.submitProject,
  paths.publishDemand,
  paths.joinTalents,
]);

/**
 * Whether a path of this site leads to something that the public can open now. `self`: the case or page that points there, which is public when its
 * readers come.
 */
export async function leadsSomewhere(ctx: Ctx, path: string, self: string): Promise<boolean> {
  const bare = path.replace(/^\/en(?=\/|$)/, "") || "/";
  if (fixed.has(bare) || fixed.has(`${bare}/`) || fixed.has(bare.replace(/\/$/, ""))) return true;
  if (/^\/(media|feeds)\/[\w.-]+$/.test(bare)) return true;
  const [, kind = "", name = "", ...rest] = bare.replace(/\/$/, "").split("/");
  if (kind === "forms" && name === "register") return isPublic(ctx, "activities", rest[0] ?? "");
  if (!/^[\w-]{1,80}$/.test(name) || rest.length) return false;
  if (kind === "chains") return Object.hasOwn(chainById, name);
  if (kind === "cases") return isPublished(ctx, "case", name, self);
  if (kind === "pages") return isPublished(ctx, "page", name, self);
  return Object.hasOwn(readers, kind) && isPublic(ctx, kind as LinkKind, name);
}
