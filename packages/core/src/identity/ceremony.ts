import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { digestOf, newSecret } from "../platform/sign-in/secret.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Challenges } from "./entity.ts";
import { ceremonyOver } from "./schema.ts";

const minutes = 5;

/** The party that passkeys are made for: the site's host, and the address that a browser must say it is at. */
export function relyingParty(ctx: Ctx): { id: string; name: string; origin: string } {
  return { id: new URL(ctx.origin).hostname, name: "灵犀工作台 Lingxi", origin: ctx.origin };
}

/** A new question to an authenticator, base64url, for whoever adds a passkey, or for signing in. */
export async function ask(ctx: Ctx, memberId?: string): Promise<string> {
  const challenge = newSecret();
  const expiresOn = new Date(ctx.now().getTime() + minutes * 60_000).toISOString();
  await ctx.table.write([Challenges.create(ctx, { digest: digestOf(challenge), memberId, expiresOn })], "");
  return challenge;
}

/** Takes the question of an answer back, once. @throws DomainError `identity.ceremony-over` for one that was not asked, or is spent, or too old */
export async function answered(ctx: Ctx, clientDataJSON: string, memberId?: string): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  const asked = challenge ? await Challenges.find(ctx, { digest: digestOf(challenge) }) : undefined;
  const now = ctx.now().toISOString();
  if (!challenge || !asked || asked.spentAt || asked.expiresOn <= now || asked.memberId !== memberId)
    throw new DomainError(ceremonyOver);
  try {
    await ctx.table.write([Challenges.change(ctx, asked, { spentAt: now })], "");
  } catch (error) {
    if (error instanceof ConditionFailed) throw new DomainError(ceremonyOver);
    throw error;
  }
  return challenge;
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")) as { challenge?: unknown };
    return typeof challenge === "string" ? challenge : undefined;
  } catch {
    return undefined;
  }
}
