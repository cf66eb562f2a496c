import type { Part } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Project } from "./entity.ts";

/** What a call for one project touches, for roles that hold for certain chains. */
export async function partOf(ctx: Ctx, { projectId }: { projectId: string }): Promise<Part> {
  const project = await Project.find(ctx, { id: projectId });
  return { chains: project && [project.chain] };
}
