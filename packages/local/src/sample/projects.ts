import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { getProject, publishProject, submitProject, translateProject } from "@lingxi/core/project";
import { projectTexts, type SampleProject } from "./project-texts.ts";

const yuan = 1_000_000;

/** Invented projects: submitted as a supplier would, translated, and listed, but for two that wait for review. */
export async function loadProjects(ctx: Ctx): Promise<void> {
  for (const [n, sample] of projectTexts.entries()) {
    const submission = String(n + 1).padStart(26, "0");
    const projectId = `prj_${submission}`;
    await getProject(ctx, { projectId }).catch((error) => {
      if (!(error instanceof DomainError && error.code === "not-found")) throw error;
      return submit(ctx, sample, submission, n + 1);
    });
    await finish(ctx, sample, projectId);
  }
}

const submit = (ctx: Ctx, sample: SampleProject, submission: string, n: number) =>
  submitProject(ctx, {
    submission,
    secrecy: sample.secrecy ?? "none",
    title: sample.title[0],
    problem: sample.problem[0],
    advantage: sample.advantage[0],
    economics: sample.economics[0],
    chain: sample.chain,
    trl: sample.trl,
    ways: [...sample.ways],
    askingFrom: sample.asking && sample.asking[0] * yuan,
    askingTo: sample.asking && sample.asking[1] * yuan,
    name: sample.contact,
    organisation: sample.organisation,
    region: sample.region,
    email: `supplier${n}@example.com`,
    consent: true,
  });

/** Does what is left of it, so that a start which was killed half-way goes on where it stopped. */
async function finish(ctx: Ctx, sample: SampleProject, projectId: string): Promise<void> {
  const project = await getProject(ctx, { projectId });
  if (project.status !== "submitted") return;
  const both = ([zh, en]: readonly [string, string]) => ({ "zh-CN": zh, en });
  let { version } = project;
  if (!project.title.en)
    ({ version } = await translateProject(ctx, {
      projectId,
      version,
      title: both(sample.title),
      problem: both(sample.problem),
      advantage: both(sample.advantage),
      economics: both(sample.economics),
    }));
  if (!sample.waiting) await publishProject(ctx, { projectId, version });
}
