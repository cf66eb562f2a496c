import * as z from "zod";
import { withdrawConsent } from "../consent/index.ts";
import { command, type Verb } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { content, KnownChain } from "./content.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { openLink } from "./link.ts";
import { mayChange, mayStep } from "./policy.ts";
import { ChangeProject, type ProjectDetail, type ProjectStatus, projectStep } from "./schema.ts";
import { refuseStateSecret, saysStateSecret } from "./state-secret.ts";

const Token = z.object({ token: z.string().max(200) });

/** What the holder of the secret link sees. */
export const seeProject = command({
  input: Token,
  access: "public",
  run: (ctx, { token }): Promise<ProjectDetail> => openLink(ctx, token),
});

const change = command({
  input: ChangeProject.safeExtend({ chain: KnownChain }),
  access: "public",
  async run(ctx, { token, version, ...filled }): Promise<{ status: ProjectStatus }> {
    const project = await openLink(ctx, token);
    if (!mayChange(project.status)) throw new DomainError(projectStep);
    if (project.version !== version) throw new DomainError(changedMeanwhile);
    const again = project.status === "changes-requested";
    const now = ctx.now().toISOString();
    const sent: Partial<ProjectRecord> = again ? { status: "submitted", since: now, submittedAt: now, remark: undefined } : {};
    await save(ctx, Project.change(ctx, project, { ...content(filled, project.contact.email), ...sent }));
    return { status: "submitted" };
  },
});

/**
 * Changes what a project says while it is under review; after a request for changes it is submitted again. Whoever now says 涉密 is
 * refused, and what was entered before is taken out of the record at once.
 * @throws DomainError `project.link`, `project.step`, `record.changed`, `project.state-secret`, `input.invalid`
 */
export const changeProject: Verb<typeof change.input, { status: ProjectStatus }> = Object.assign(
  (async (ctx, input) => {
    if (!saysStateSecret(input)) return change(ctx, input);
    const project = await openLink(ctx, z.string().max(200).parse(input.token));
    if (mayChange(project.status)) await close(ctx, project, { ...emptied });
    throw refuseStateSecret(ctx);
  }) as typeof change,
  { input: change.input, access: change.access },
);

const nothing = { "zh-CN": "" };
const emptied: Partial<ProjectRecord> = { title: nothing, problem: nothing, advantage: nothing, economics: nothing };

/** Withdraws by the secret link: a listed project's page goes away. Doing it twice changes nothing. */
export const withdrawOwnProject = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<{ status: ProjectStatus }> {
    const project = await openLink(ctx, token);
    if (project.status === "withdrawn") return { status: "withdrawn" };
    if (!mayStep(project.status, "withdrawn")) throw new DomainError(projectStep);
    await close(ctx, project, {});
    return { status: "withdrawn" };
  },
});

function close(ctx: Ctx, project: Awaited<ReturnType<typeof openLink>>, patch: Partial<ProjectRecord>): Promise<void> {
  const [consent = project.consent] = withdrawConsent(ctx, [project.consent]);
  return save(
    ctx,
    Project.change(ctx, project, { ...patch, status: "withdrawn", since: ctx.now().toISOString(), remark: undefined, consent }),
  );
}
