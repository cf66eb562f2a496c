import { newConsent } from "../consent/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { createOnce } from "../platform/review.ts";
import { refuseStateSecret, saysStateSecret } from "../platform/state-secret.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { content } from "./content.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectSent, SubmitProject, stateSecret } from "./schema.ts";

/** The same for a first and for a repeated submission. The secret link goes by mail only. */
export interface SubmitAnswer {
  readonly id: string;
}

/**
 * Takes a project for review. A form that was sent twice makes one project; the same form with other content is refused.
 * Whoever says 涉密 is refused before anything is read or kept, with a number for the reception desk.
 * @throws DomainError `project.state-secret`, `project.already-sent`, `input.invalid`
 */
export const submitProject = command({
  input: SubmitProject.safeExtend({ chain: KnownChain }),
  access: "public",
  before(ctx, input) {
    if (saysStateSecret(input)) throw refuseStateSecret(ctx, stateSecret);
  },
  async run(ctx, input): Promise<SubmitAnswer> {
    const { project, said } = projectOf(ctx, input);
    await createOnce(ctx, Project, project, said, projectSent);
    return { id: project.id };
  },
});

export type NewProject = Omit<SubmitProject, "consent">;

/** The record of a new project, and what of it the form said. */
export function projectOf(ctx: Ctx, { submission, email, ...filled }: NewProject) {
  const now = ctx.now().toISOString();
  const said = content(filled, email);
  const project: ProjectRecord = {
    ...said,
    id: submission ? `prj_${submission}` : ctx.newId("prj"),
    person: ctx.keys.digest("person", email),
    status: "submitted",
    since: now,
    submittedAt: now,
    consent: newConsent(ctx, "project-listing", "form"),
  };
  return { project, said };
}
