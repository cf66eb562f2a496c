import type { Ctx } from "../platform/context.ts";
import { createOnce } from "../platform/review.ts";
import type { Write } from "../platform/table.ts";
import { toDetail } from "./content.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectLink } from "./link.ts";
import { type ProjectDetail, projectSent } from "./schema.ts";
import { type NewProject, projectOf } from "./submit.ts";

/** A project as who brings it somewhere else needs it: with its contact, and the digest under which that person is found. */
export interface HeldProject extends ProjectDetail {
  readonly person?: string | undefined;
}

const heldOf = (project: Parameters<typeof toDetail>[0]): HeldProject => ({ ...toDetail(project), person: project.person });

/** Projects by their ids, whatever their state. For verbs that ask by themselves who may read them. */
export async function projectsById(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldProject>> {
  const found = new Map<string, HeldProject>();
  for (let at = 0; at < ids.length; at += 100)
    for (const item of await ctx.table.getMany(ids.slice(at, at + 100).map((id) => Project.key({ id }))))
      found.set(String(item.id), heldOf(Project.read(item)));
  return found;
}

/** The project that a supplier's secret link opens. @throws DomainError `project.link` */
export const openProject = async (ctx: Ctx, token: string): Promise<HeldProject> => heldOf(await projectLink.open(ctx, token));

/** A new project for a transaction that writes more than it; `again` is for when it was there already. @throws DomainError `project.already-sent` from `again` */
export function projectToSubmit(ctx: Ctx, input: NewProject): { project: ProjectRecord; write: Write; again(): Promise<void> } {
  const { project, said } = projectOf(ctx, input);
  return { project, write: Project.create(ctx, project), again: () => createOnce(ctx, Project, project, said, projectSent) };
}
