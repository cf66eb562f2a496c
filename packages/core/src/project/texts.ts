import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { inAll } from "../platform/text.ts";
import { inState, ofPerson, Project, type ProjectRecord } from "./entity.ts";

/** A project as it is matched, with what of it is a trade secret; without the contact. For the product itself: whoever hands it out asks who reads. */
export interface MatchedProject
  extends Pick<ProjectRecord, "id" | "chain" | "title" | "organisation" | "trl" | "askingFrom" | "region" | "ways" | "secrecy"> {
  readonly problem: readonly string[];
  /** Advantage and economics. */
  readonly more: readonly string[];
  readonly listed: boolean;
}

const textsIn = (project: ProjectRecord & Stored): MatchedProject => {
  const { id, chain, title, organisation, trl, askingFrom, region, ways, secrecy, problem, advantage, economics } = project;
  return {
    ...{ id, chain, title, organisation, trl, askingFrom, region, ways, secrecy },
    problem: inAll(problem),
    more: [advantage, economics].flatMap(inAll),
    listed: project.status === "listed",
  };
};

export async function projectTexts(ctx: Ctx, id: string): Promise<MatchedProject | undefined> {
  const project = await Project.find(ctx, { id });
  return project && textsIn(project);
}

/** All listed projects. */
export async function* listedProjects(ctx: Ctx): AsyncGenerator<MatchedProject> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await Project.list(ctx, { index: "byState", pk: inState("listed"), limit: 200, cursor });
    yield* page.items.map(textsIn);
    cursor = page.cursor;
  }
}

/** Whom to ask about a project, with what of it is public; nothing where the person was erased. */
export async function projectContact(ctx: Ctx, id: string) {
  const project = await Project.find(ctx, { id });
  if (project?.status !== "listed" || !project.contact.email) return undefined;
  return { ...project.contact, locale: project.locale, title: project.title, organisation: project.organisation };
}

/** What somebody has listed, as far as the public reads it. */
export async function listedProjectsOf(ctx: Ctx, person: string) {
  const { items } = await Project.list(ctx, { index: "byOwner", pk: ofPerson(person), limit: 100 });
  return items
    .filter(({ status }) => status === "listed")
    .map(({ title, problem, chain }) => ({ title, says: problem as typeof problem | undefined, chain }));
}
