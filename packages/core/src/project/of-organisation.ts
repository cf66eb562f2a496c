import * as z from "zod";
import { noteThing } from "../organisation/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { Project } from "./entity.ts";
import { projectLink } from "./link.ts";
import type { ProjectStatus } from "./schema.ts";

/** Notes for which organisation a project stands, as it says now. */
export const noteProjectOrganisation = command({
  input: z.object({ projectId: z.string() }),
  access: "system",
  async run(ctx, { projectId: id }): Promise<void> {
    const project = await Project.find(ctx, { id });
    if (project) await noteThing(ctx, "project", id, project.creditCode);
  },
});

/** What members of its organisation see of a project: nothing of whom to reach. */
export interface ProjectBrief {
  readonly id: string;
  readonly title: Localised;
  readonly status: ProjectStatus;
  readonly since: string;
  /** The page of the one who submitted it, for that person alone. */
  readonly page?: string;
}

/** At most 100, those that there are, the latest first. */
export async function briefProjects(ctx: Ctx, ids: readonly string[], people: readonly string[]): Promise<ProjectBrief[]> {
  const items = ids.length ? await ctx.table.getMany(ids.map((id) => Project.key({ id }))) : [];
  return items
    .map((item) => Project.read(item))
    .map((project) => ({
      id: project.id,
      title: project.title,
      status: project.status,
      since: project.since,
      ...(project.person && people.includes(project.person) ? { page: `/my/projects/${projectLink.token(ctx, project)}` } : {}),
    }))
    .sort((a, b) => b.since.localeCompare(a.since));
}
