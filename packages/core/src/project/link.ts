import { secretLink } from "../platform/secret-link.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectLinkMissing } from "./schema.ts";

export const projectLink = secretLink({
  entity: Project,
  purpose: "project-link",
  proof: (p: Pick<ProjectRecord, "id" | "contact">) => `${p.id}|${p.contact.email}`,
  missing: projectLinkMissing,
});
