import * as z from "zod";
import { withdrawConsent } from "../consent/index.ts";
import { command, parse } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { refuseStateSecret, saysStateSecret } from "../platform/state-secret.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { content, toDetail } from "./content.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectLink } from "./link.ts";
import { mayChange, mayStep } from "./policy.ts";
import { ChangeProject, type ProjectDetail, type ProjectStatus, projectStep, stateSecret } from "./schema.ts";

const Token = z.object({ token: z.string().max(200) });

/** What the holder of the secret link sees. */
export const seeProject = command({
  input: Token,
  access: "public",
  run: async (ctx, { token }): Promise<ProjectDetail> => toDetail(await projectLink.open(ctx, token)),
});

/**
 * Changes what a project says while it is under review; after a request for changes it is submitted again. Whoever now says 涉密 is
 * refused, and what was entered before is taken out of the record at once.
 * @throws DomainError `project.link`, `project.step`, `record.changed`, `project.state-secret`, `input.invalid`
 */
export const changeProject = command({
  input: ChangeProject.safeExtend({ chain: KnownChain }),
  access: "public",
  async before(ctx, input) {
    if (!saysStateSecret(input)) return;
    const { token } = parse(Token, { token: input.token });
    const project = await projectLink.open(ctx, token);
    if (mayChange(project.status)) await close(ctx, project, emptied);
    throw refuseStateSecret(ctx, stateSecret);
  },
  async run(ctx, { token, version, ...filled }): Promise<{ status: ProjectStatus }> {
    const project = await projectLink.open(ctx, token);
    if (!mayChange(project.status)) throw new DomainError(projectStep);
    if (project.version !== version) throw new DomainError(changedMeanwhile);
    const again = project.status === "changes-requested";
    const now = ctx.now().toISOString();
    const sent: Partial<ProjectRecord> = again ? { status: "submitted", since: now, submittedAt: now, remark: undefined } : {};
    await save(ctx, Project.change(ctx, project, { ...content(filled, project.contact.email), ...sent }));
    return { status: "submitted" };
  },
});

const nothing = { "zh-CN": "" };
const emptied: Partial<ProjectRecord> = { title: nothing, problem: nothing, advantage: nothing, economics: nothing };

/** Withdraws by the secret link: a listed project's page goes away. Doing it twice changes nothing. */
export const withdrawOwnProject = command({
  input: Token,
  access: "public",
  async run(ctx, { token }): Promise<{ status: ProjectStatus }> {
    const project = await projectLink.open(ctx, token);
    if (project.status === "withdrawn") return { status: "withdrawn" };
    if (!mayStep(project.status, "withdrawn")) throw new DomainError(projectStep);
    await close(ctx, project, {});
    return { status: "withdrawn" };
  },
});

function close(ctx: Ctx, project: Awaited<ReturnType<typeof projectLink.open>>, patch: Partial<ProjectRecord>): Promise<void> {
  const [consent = project.consent] = withdrawConsent(ctx, [project.consent]);
  return save(
    ctx,
    Project.change(ctx, project, { ...patch, status: "withdrawn", since: ctx.now().toISOString(), remark: undefined, consent }),
  );
}
