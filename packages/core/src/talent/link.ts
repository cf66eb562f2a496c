import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Talent, type TalentRecord } from "./entity.ts";
import { talentLinkMissing } from "./schema.ts";

type Named = Pick<TalentRecord, "id" | "person">;
const proof = (t: Named) => `${t.id}|${t.person}`;

/** The secret part of a person's link. Holds no address. */
export const talentToken = (ctx: Ctx, t: Named) => `${t.id}.${ctx.keys.digest("talent-link", proof(t))}`;

/** The record that a secret link opens. @throws DomainError `talent.link` */
export async function openLink(ctx: Ctx, token: string) {
  const [id, secret, ...rest] = token.split(".");
  if (!id || !secret || rest.length) throw new DomainError(talentLinkMissing);
  const talent = await Talent.get(ctx, { id }, talentLinkMissing);
  if (!ctx.keys.verify("talent-link", proof(talent), secret)) throw new DomainError(talentLinkMissing);
  return talent;
}
