import type { Ctx } from "../platform/context.ts";

const proof = (activityId: string, person: string) => `${activityId}|${person}`;

/** The secret part of a guest's own link to an activity. Holds no address. */
export const invitationToken = (ctx: Ctx, activityId: string, person: string) =>
  `${activityId}.${person}.${ctx.keys.digest("invitation-link", proof(activityId, person))}`;

/** Whom a link is for; undefined for one that is not ours. */
export function openInvitation(ctx: Ctx, token: string): { activityId: string; person: string } | undefined {
  const [activityId, person, secret, ...rest] = token.split(".");
  if (!activityId || !person || !secret || rest.length) return undefined;
  return ctx.keys.verify("invitation-link", proof(activityId, person), secret) ? { activityId, person } : undefined;
}
