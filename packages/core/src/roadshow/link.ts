import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Entries, type EntryRecord } from "./entity.ts";
import { entryLinkMissing } from "./schema.ts";

type Named = Pick<EntryRecord, "activityId" | "id" | "projectId">;
const purpose = "roadshow-link";
const proof = (e: Named) => `${e.activityId}|${e.id}|${e.projectId}`;

/** The secret part of the link by which a supplier follows a project in a roadshow. */
export const entryToken = (ctx: Ctx, e: Named) => `${e.activityId}.${e.id}.${ctx.keys.digest(purpose, proof(e))}`;

/** The entry that a secret link opens. @throws DomainError `roadshow.link` */
export async function openEntry(ctx: Ctx, token: string): Promise<EntryRecord & Stored> {
  const [activityId, id, secret, ...rest] = token.split(".");
  if (!activityId || !id || !secret || rest.length) throw new DomainError(entryLinkMissing);
  const entry = await Entries.get(ctx, { activityId, id }, entryLinkMissing);
  if (!ctx.keys.verify(purpose, proof(entry), secret)) throw new DomainError(entryLinkMissing);
  return entry;
}
