import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { countAll } from "../platform/review.ts";
import { Paging } from "../platform/schema.ts";
import { toDetail } from "./content.ts";
import { inState, ofChain, Project } from "./entity.ts";
import { toPublic } from "./public-view.ts";
import { type ProjectDetail, ProjectStatus, type PublicProject, projectMissing } from "./schema.ts";

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

/** Projects in one state for those who review: what waits longest stands first, what is settled newest first. */
export const listProjects = command({
  input: Paging.extend({ status: ProjectStatus.default("submitted") }),
  access: readers,
  async run(ctx, { status, limit, cursor }): Promise<Page<ProjectDetail>> {
    const order = { limit, cursor, newestFirst: status !== "submitted" };
    const page = await Project.list(ctx, { index: "byState", pk: inState(status), ...order });
    return { ...page, items: page.items.map(toDetail) };
  },
});

/** One project with everything, the contact data too. */
export const getProject = command({
  input: z.object({ projectId: z.string().max(40) }),
  access: readers,
  run: async (ctx, { projectId }): Promise<ProjectDetail> => toDetail(await Project.get(ctx, { id: projectId }, projectMissing)),
});

/** How many wait for review; counts to 500 and then says `more`. */
export const countWaitingProjects = command({
  input: z.object({}),
  access: readers,
  run: (ctx) => countAll(ctx, Project, { index: "byState", pk: inState("submitted") }),
});
