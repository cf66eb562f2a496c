import { isDeepStrictEqual } from "node:util";
import { giveConsent } from "../consent/index.ts";
import { command, type Verb } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { content, KnownChain } from "./content.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectSent, SubmitProject } from "./schema.ts";
import { refuseStateSecret, saysStateSecret } from "./state-secret.ts";

/** The same for a first and for a repeated submission. The secret link goes by mail only. */
export interface SubmitAnswer {
  readonly id: string;
}

const accept = command({
  input: SubmitProject.safeExtend({ chain: KnownChain }),
  access: "public",
  async run(ctx, { submission, email, consent: _given, ...filled }): Promise<SubmitAnswer> {
    const now = ctx.now().toISOString();
    const [consent] = giveConsent(ctx, [], "project-listing", "form");
    if (!consent) throw new Error("a consent was not made");
    const said = content(filled, email);
    const project: ProjectRecord = {
      ...said,
      id: submission ? `prj_${submission}` : ctx.newId("prj"),
      status: "submitted",
      since: now,
      submittedAt: now,
      consent,
    };
    try {
      await ctx.table.write([Project.create(ctx, project)], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (!isSame(said, error.failed.get(0))) throw new DomainError(projectSent);
    }
    return { id: project.id };
  },
});

/**
 * Takes a project for review. A form that was sent twice makes one project; the same form with other content is refused.
 * Whoever says 涉密 is refused before anything is read or kept, with a number for the reception desk.
 * @throws DomainError `project.state-secret`, `project.already-sent`, `input.invalid`
 */
export const submitProject: Verb<typeof accept.input, SubmitAnswer> = Object.assign(
  (async (ctx, input) => {
    if (saysStateSecret(input)) throw refuseStateSecret(ctx);
    return accept(ctx, input);
  }) as typeof accept,
  { input: accept.input, access: accept.access },
);

/** Whether the stored project says what this form says; absent and undefined are the same. */
const isSame = (said: object, stored: object = {}) => {
  const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  const [mine, theirs] = [plain(said), plain(stored)];
  return Object.keys({ ...mine }).every((key) => isDeepStrictEqual(mine[key], theirs[key]));
};
