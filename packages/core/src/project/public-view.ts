import type { ProjectRecord } from "./entity.ts";
import { type PublicProject, withheld } from "./schema.ts";

/** What the public may know: no contact data, and of a trade secret only the teaser. */
export function toPublic(project: ProjectRecord & { updatedAt: string }): PublicProject {
  const { id, title, problem, chain, trl, ways, askingFrom, askingTo, organisation, region, listedAt, since, updatedAt } =
    project;
  const confidential = project.secrecy === "trade-secret";
  const from = askingFrom ?? askingTo;
  const to = askingTo ?? askingFrom;
  return {
    id,
    title,
    problem,
    advantage: confidential ? withheld : project.advantage,
    economics: confidential ? withheld : project.economics,
    ...(confidential ? { confidential } : {}),
    chain,
    trl,
    ways,
    ...(from !== undefined && to !== undefined ? { asking: { from, to } } : {}),
    supplier: organisation,
    region,
    ...(project.seeking ? { seeking: true } : {}),
    listedAt: listedAt ?? since,
    updatedAt,
  };
}
