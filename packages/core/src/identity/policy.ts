import type { WayIn } from "../platform/sign-in/session.ts";
import type { MemberRecord } from "./entity.ts";
import type { MemberView } from "./schema.ts";

/** How long a proposal waits for its confirmation, and a confirmed one for the person. */
const recoveryHours = 24;

/** The recovery that is under way, if its time is not over. */
export function recoveryOf({ recovery }: Pick<MemberRecord, "recovery">, now: Date): MemberView["recovery"] {
  if (!recovery) return undefined;
  const age = now.getTime() - new Date(recovery.confirmedAt ?? recovery.at).getTime();
  if (age > recoveryHours * 3_600_000) return undefined;
  return { askedBy: recovery.askedBy, at: recovery.at, confirmedAt: recovery.confirmedAt };
}

/** Whether a link by mail lets a member in: until there is a passkey, and after two administrators agreed on a recovery. */
export const mayUseLink = (member: Pick<MemberRecord, "passkeys" | "recovery" | "status">, now: Date): boolean =>
  member.status !== "disabled" && (member.passkeys === 0 || recoveryOf(member, now)?.confirmedAt !== undefined);

/**
 * Whether a session may be used for nothing but making a passkey, which is two factors (decision 28): until one was used or made in it. Not where an
 * administrator spares the member, who is none; nor for the operator of the embedded default on plain HTTP, who has all keys and may have a browser that
 * makes none there.
 */
export function needsPasskey(
  {
    passkeys,
    passkeyAt = "",
    withoutPasskey,
    grants,
  }: Pick<MemberRecord, "passkeys" | "passkeyAt" | "withoutPasskey" | "grants">,
  { by, createdAt }: { readonly by?: WayIn | undefined; readonly createdAt: string },
  origin: string,
): boolean {
  if (by === "passkey" || (passkeys > 0 && (by === undefined || passkeyAt >= createdAt))) return false;
  if (withoutPasskey && !grants.some(({ role }) => role === "administrator")) return false;
  return by !== "operator" || !origin.startsWith("http:");
}

/** What a member is called; the first administrator has no name until one is given. */
export const nameOf = ({ contact }: Pick<MemberRecord, "contact">): string => contact.name || "管理员";
