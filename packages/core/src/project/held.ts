import { held, withdrawConsent } from "../consent/index.ts";
import { factsOf, type Holding, heldConsent } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { eraseOld } from "../platform/expire.ts";
import { erasedProject, inState, ofPerson, Project } from "./entity.ts";
import { projectLink } from "./link.ts";
import { keptDays, mayStep } from "./policy.ts";

const projectsOfPerson = async (ctx: Ctx, people: readonly string[]) =>
  (await Promise.all(people.map((person) => Project.list(ctx, { index: "byOwner", pk: ofPerson(person), limit: 500 })))).flatMap(
    ({ items }) => items,
  );

/** What the projects whose contact the person is hold. */
export async function heldProjects(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  return (await projectsOfPerson(ctx, people))
    .filter(({ contact }) => contact.email)
    .map((p) => ({
      kind: "project",
      id: p.id,
      title: { "zh-CN": `项目：${p.title["zh-CN"] || p.id}`, en: `Project: ${p.title.en ?? (p.title["zh-CN"] || p.id)}` },
      page: `/my/projects/${projectLink.token(ctx, p)}`,
      facts: factsOf([
        [held.name, p.contact.name],
        [held.email, p.contact.email],
        [held.phone, p.contact.phone],
        [held.organisation, p.organisation],
        [held.creditCode, p.creditCode],
        [held.remark, p.remark],
        [held.state, p.status],
        [held.since, p.submittedAt],
      ]),
      consents: [heldConsent(p.consent)],
      record: { ...p },
    }));
}

/** Erases what projects say of a person. Without its contact a project cannot go on: it is withdrawn, and nobody is written to. */
export async function eraseProjects(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await projectsOfPerson(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const project of found) {
    const [consent = project.consent] = withdrawConsent(ctx, [project.consent]);
    const over = mayStep(project.status, "withdrawn") ? { status: "withdrawn" as const, since: ctx.now().toISOString() } : {};
    await save(ctx, Project.change(ctx, project, { ...erasedProject, ...over, consent, person: undefined }));
  }
  return found.length;
}

/** Erases what projects that were declined or withdrawn 180 days ago still say of their contact. */
export async function expireProjects(ctx: Ctx): Promise<number> {
  let erased = 0;
  for (const status of ["declined", "withdrawn"] as const)
    erased += await eraseOld(
      ctx,
      Project,
      { pk: inState(status), days: keptDays },
      ({ contact }) => contact.email !== "",
      (record) => save(ctx, Project.change(ctx, record, { ...erasedProject, person: undefined })),
    );
  return erased;
}
