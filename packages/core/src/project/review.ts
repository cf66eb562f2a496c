import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { reviewStep } from "../platform/review.ts";
import { labelled, prose } from "../platform/schema.ts";
import { Project } from "./entity.ts";
import { mayStep } from "./policy.ts";
import { ProjectTexts, projectMissing, projectStep } from "./schema.ts";
import { partOf } from "./scope.ts";

const reviewers = ["reviewer", "organiser"] as const;
const step = reviewStep({ entity: Project, mayStep, missing: projectMissing, refused: projectStep });
const Versioned = z.object({ projectId: z.string().max(40), version: z.int() });
const said = (zh: string, en: string) => labelled(prose(2000), zh, en);

/** Asks the supplier for changes, and says which. */
export const requestChanges = command({
  input: Versioned.extend({ remark: said("修改意见", "What to change") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { projectId: id, version, remark }) => step(ctx, { id, version }, "changes-requested", { remark }),
});

/** Lists a project: its page appears. */
export const publishProject = command({
  input: Versioned,
  access: reviewers,
  scope: partOf,
  run: (ctx, { projectId: id, version }) =>
    step(ctx, { id, version }, "listed", { listedAt: ctx.now().toISOString(), remark: undefined }),
});

/** Declines a project for good, and says why. */
export const declineProject = command({
  input: Versioned.extend({ remark: said("未通过的理由", "Reason") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { projectId: id, version, remark }) => step(ctx, { id, version }, "declined", { remark }),
});

/** Takes a project back for the organiser, and says why: a listed one's page goes away. */
export const withdrawProject = command({
  input: Versioned.extend({ remark: said("撤回的理由", "Reason") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { projectId: id, version, remark }) => step(ctx, { id, version }, "withdrawn", { remark }),
});

/** Sets the public texts in both languages, which gives readers of the other one a translation. */
export const translateProject = command({
  input: Versioned.extend(ProjectTexts.shape),
  access: reviewers,
  scope: partOf,
  async run(ctx, { projectId, version, ...texts }): Promise<{ version: number }> {
    const project = await Project.get(ctx, { id: projectId }, projectMissing);
    if (project.version !== version) throw new DomainError(changedMeanwhile);
    if (project.status === "declined" || project.status === "withdrawn") throw new DomainError(projectStep);
    await save(ctx, Project.change(ctx, project, texts));
    return { version: version + 1 };
  },
});
