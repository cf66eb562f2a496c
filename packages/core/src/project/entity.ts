import { entity } from "../platform/entity.ts";
import { tidiedAfter } from "../platform/expire.ts";
import { keptDays } from "./policy.ts";
import type { ProjectDetail, ProjectStatus } from "./schema.ts";

export interface ProjectRecord extends Omit<ProjectDetail, "version"> {
  /** Keyed digest of the contact's address; absent once the person is erased. */
  readonly person?: string | undefined;
}

export const inState = (status: ProjectStatus) => `project#${status}`;
export const ofPerson = (person: string) => `project-of#${person}`;
export const ofChain = (chain: string) => `project#${chain}`;

/** What is left of what a project says of a person who is erased. */
export const erasedProject = { contact: { name: "", email: "" }, creditCode: undefined, remark: undefined } as const;

export const Project = entity<ProjectRecord, { id: string }>({
  type: "project",
  personal: {
    person: (p, ctx) => ctx.keys.digest("person", p.contact.email),
    empty: erasedProject,
  },
  key: ({ id }) => ({ pk: `project#${id}`, sk: "project" }),
  indexed: (p) => ({
    byState: { pk: inState(p.status), sk: `${p.since}#${p.id}` },
    byOwner: p.person ? { pk: ofPerson(p.person), sk: p.id } : undefined,
    byChain: p.status === "listed" ? { pk: ofChain(p.chain), sk: `${p.since}#${p.id}` } : undefined,
  }),
  expires: (p) =>
    p.status === "declined" || p.status === "withdrawn"
      ? Math.ceil(new Date(p.since).getTime() / 1000) + (keptDays + tidiedAfter) * 86_400
      : undefined,
});
