import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { Project } from "./entity.ts";

/**
 * Lists a project that was accepted somewhere else, as for a roadshow's stage, where it still waits for its review: who accepted it has read it. One
 * whose supplier was asked for changes stays with the reviewer. Doing it twice changes nothing.
 */
export const listAccepted = command({
  input: z.object({ projectId: z.string() }),
  access: "system",
  async run(ctx, { projectId }): Promise<boolean> {
    const project = await Project.find(ctx, { id: projectId });
    if (project?.status !== "submitted") return false;
    const now = ctx.now().toISOString();
    await save(ctx, Project.change(ctx, project, { status: "listed", since: now, listedAt: now, remark: undefined }));
    return true;
  },
});
