import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Project, type ProjectRecord } from "./entity.ts";
import { projectLinkMissing } from "./schema.ts";

type Named = Pick<ProjectRecord, "id" | "contact">;
const proof = (p: Named) => `${p.id}|${p.contact.email}`;

/** The secret part of the supplier's link. */
export const projectToken = (ctx: Ctx, p: Named) => `${p.id}.${ctx.keys.digest("project-link", proof(p))}`;

/** The project that a secret link opens. @throws DomainError `project.link` */
export async function openLink(ctx: Ctx, token: string) {
  const [id, secret, ...rest] = token.split(".");
  if (!id || !secret || rest.length) throw new DomainError(projectLinkMissing);
  const project = await Project.get(ctx, { id }, projectLinkMissing);
  if (!ctx.keys.verify("project-link", proof(project), secret)) throw new DomainError(projectLinkMissing);
  return project;
}
