import { entity } from "../platform/entity.ts";
import { keptDays } from "./policy.ts";
import type { ProjectDetail, ProjectStatus } from "./schema.ts";

export type ProjectRecord = Omit<ProjectDetail, "version">;

export const inState = (status: ProjectStatus) => `project#${status}`;
export const ofChain = (chain: string) => `project#${chain}`;

export const Project = entity<ProjectRecord, { id: string }>({
  type: "project",
  personal: {
    person: (p, ctx) => ctx.keys.digest("person", p.contact.email),
    empty: { contact: { name: "", email: "" }, remark: undefined },
  },
  key: ({ id }) => ({ pk: `project#${id}`, sk: "project" }),
  indexed: (p) => ({
    byState: { pk: inState(p.status), sk: `${p.since}#${p.id}` },
    byChain: p.status === "listed" ? { pk: ofChain(p.chain), sk: `${p.since}#${p.id}` } : undefined,
  }),
  expires: (p) =>
    p.status === "declined" || p.status === "withdrawn"
      ? Math.ceil(new Date(p.since).getTime() / 1000) + keptDays * 86_400
      : undefined,
});
