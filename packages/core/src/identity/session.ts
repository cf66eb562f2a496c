import { createHash } from "node:crypto";
import type { Actor, Role } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Sessions } from "./entity.ts";

/** 256 random bits are their own protection: a plain hash is enough to keep them from being read out of the table. */
export const digestOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

export interface SignedIn {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who a session's secret belongs to; undefined when it has ended. */
export async function findSession(ctx: Ctx, secret: string): Promise<SignedIn | undefined> {
  const session = await Sessions.find(ctx, { digest: digestOf(secret) });
  if (!session || session.endedAt || session.expiresOn <= ctx.now().toISOString()) return undefined;
  return { staffId: session.staffId, name: session.name, roles: session.roles };
}

export const actorOf = (who: SignedIn): Actor => ({ kind: "staff", id: who.staffId, roles: who.roles, name: who.name });

/** Ends a session at once. Ending it twice changes nothing. */
export async function endSession(ctx: Ctx, secret: string): Promise<void> {
  const session = await Sessions.find(ctx, { digest: digestOf(secret) });
  if (session && !session.endedAt)
    await ctx.table.write([Sessions.change(ctx, session, { endedAt: ctx.now().toISOString() })], "");
}
