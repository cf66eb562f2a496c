import type { Derive, Derived } from "../platform/event.ts";
import type { MemberRecord, PasskeyRecord, SessionRecord, SignInLink } from "./entity.ts";

/** What an event of identity says: whom, or which link. */
export interface IdentityFact {
  readonly memberId?: string;
  readonly linkId?: string;
}

/** What members are told by mail, and the links that were asked for, by whatever address. */
export const deriveIdentityEvents: Derive = {
  member({ before, after }) {
    const was = before as unknown as MemberRecord | undefined;
    const is = after as unknown as MemberRecord | undefined;
    if (!is) return [];
    const data: IdentityFact = { memberId: is.id };
    const events: Derived[] = [];
    if (is.status === "invited" && is.person && is.person !== was?.person) events.push({ name: "identity.invited", data });
    if (is.status === "disabled" && was?.status !== "disabled") events.push({ name: "identity.member-disabled", data });
    if (is.recovery?.confirmedAt && !was?.recovery?.confirmedAt) events.push({ name: "identity.recovery-confirmed", data });
    return events;
  },
  "sign-in-link"({ before, after }) {
    const is = after as unknown as SignInLink | undefined;
    if (before || !is?.person) return [];
    return [{ name: "identity.link-asked", data: { linkId: is.id } satisfies IdentityFact }];
  },
  passkey({ before, after }) {
    const was = before as unknown as PasskeyRecord | undefined;
    const is = after as unknown as PasskeyRecord | undefined;
    if (!is) return [];
    const data: IdentityFact = { memberId: is.memberId };
    if (!was) return [{ name: "identity.passkey-added", data }];
    if (is.blockedAt && !was.blockedAt) return [{ name: "identity.passkey-blocked", data }];
    return is.removedAt && !was.removedAt ? [{ name: "identity.passkey-removed", data }] : [];
  },
  session({ before, after }) {
    const was = before as unknown as SessionRecord | undefined;
    const is = after as unknown as SessionRecord | undefined;
    const suspicious = is?.endedBecause === "moved" || is?.endedBecause === "reused";
    if (!is || !suspicious || was?.endedAt) return [];
    return [{ name: "identity.session-suspicious", data: { memberId: is.memberId } satisfies IdentityFact }];
  },
};
