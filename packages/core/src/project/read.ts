import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { every, holding, Listing, listing, Narrow, within } from "../platform/listing.ts";
import { countAll } from "../platform/review.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { toDetail } from "./content.ts";
import { inState, ofChain, Project, type ProjectRecord } from "./entity.ts";
import { toPublic } from "./public-view.ts";
import { type ProjectDetail, type ProjectRow, ProjectStatus, type PublicProject, projectMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

const readers = ["reviewer", "organiser", "auditor"] as const;

/** One listed project as the public may know it. */
export const readProject = command({
  input: z.object({ projectId: z.string().max(40) }),
  access: "public",
  async run(ctx, { projectId }): Promise<PublicProject> {
    const project = await Project.find(ctx, { id: projectId });
    if (project?.status !== "listed") throw new DomainError(projectMissing);
    return toPublic(project);
  },
});

/** Listed projects, of one chain or of all, the newest first. */
export const listPublicProjects = command({
  input: Paging.extend({ chain: z.string().max(60).optional() }),
  access: "public",
  async run(ctx, { chain, limit, cursor }): Promise<Page<PublicProject>> {
    const page = await Project.list(ctx, {
      ...(chain ? { index: "byChain" as const, pk: ofChain(chain) } : { index: "byState" as const, pk: inState("listed") }),
      limit,
      cursor,
      newestFirst: true,
    });
    return { ...page, items: page.items.map(toPublic) };
  },
});

/** Projects in one state for those who review: what waits longest stands first, what is settled newest first, unless asked otherwise. */
export const listProjects = command({
  input: Listing.extend({ status: ProjectStatus.default("submitted"), chain: Narrow(Reference) }),
  access: readers,
  scope: "itself",
  async run(ctx, { status, chain, q, order, ...paging }): Promise<Page<ProjectRow>> {
    const newestFirst = order ? order === "newest" : status !== "submitted";
    const keep = every<ProjectRecord>(
      within(ctx.actor, readers, ({ chain }) => ({ chains: [chain] })),
      await holding(ctx, q, (p) => [p.title["zh-CN"], p.title.en, p.organisation, p.id]),
      chain && ((p) => p.chain === chain),
    );
    const page = await listing(ctx, Project, { index: "byState", pk: inState(status), newestFirst }, paging, keep);
    return { ...page, items: page.items.map(toRow) };
  },
});

const toRow = (p: ProjectRecord & { version: number }): ProjectRow => {
  const { id, version, status, since, submittedAt, title, organisation, chain, trl, secrecy } = p;
  return { id, version, status, since, submittedAt, title, organisation, chain, trl, secrecy };
};

/** One project with everything, the contact data too. */
export const getProject = command({
  input: z.object({ projectId: z.string().max(40) }),
  access: readers,
  scope: partOf,
  run: async (ctx, { projectId }): Promise<ProjectDetail> => toDetail(await Project.get(ctx, { id: projectId }, projectMissing)),
});

/** How many wait for review; counts to 500 and then says `more`. */
export const countWaitingProjects = command({
  input: z.object({}),
  access: readers,
  run: (ctx) => countAll(ctx, Project, { index: "byState", pk: inState("submitted") }),
});
