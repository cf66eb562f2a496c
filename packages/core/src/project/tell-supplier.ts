import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { Project } from "./entity.ts";
import { projectLetter } from "./letter.ts";
import { ProjectStatus, projectMissing } from "./schema.ts";

/**
 * Tells a supplier by mail what became of the project: one mail for each event, however often the event is delivered.
 * Says nothing when the state has moved on, since the later event has a mail of its own.
 */
export const tellSupplier = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    /** The state that the project came into. */
    status: ProjectStatus,
    projectId: z.string(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, status, projectId, silence }): Promise<MailStatus | "moved-on"> {
    const project = await Project.get(ctx, { id: projectId }, projectMissing);
    if (project.status !== status || !project.contact.email) return "moved-on";
    const template = `project-${status}`;
    return sendOnce(ctx, { key: `${eventId}-${template}`, template, message: projectLetter(ctx, project), silence });
  },
});
