import { entity } from "../platform/entity.ts";
import type { MailLink } from "../platform/sign-in/mail-link.ts";
import type { SessionFields } from "../platform/sign-in/session.ts";
import type { Locale } from "../platform/text.ts";
import type { Grant, MemberStatus } from "./schema.ts";

/** What a member's record keeps of the person. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

export interface MemberRecord {
  readonly id: string;
  readonly contact: Contact;
  /** Keyed digest of the address; absent for the first administrator until an address is given. */
  readonly person?: string | undefined;
  readonly locale: Locale;
  readonly grants: readonly Grant[];
  readonly status: MemberStatus;
  /** How many passkeys there are, a blocked one too; and when the last one was made. */
  readonly passkeys: number;
  readonly passkeyAt?: string | undefined;
  /** An administrator lets them work by links alone: whose devices know no passkeys. */
  readonly withoutPasskey?: { readonly by: string; readonly at: string; readonly note: string } | undefined;
  readonly recovery?:
    | {
        readonly askedBy: string;
        readonly at: string;
        readonly confirmedBy?: string | undefined;
        readonly confirmedAt?: string | undefined;
      }
    | undefined;
}

/** Whose an address is. */
export interface AddressRecord {
  readonly person: string;
  /** Absent: nobody's any more. */
  readonly memberId?: string | undefined;
}

/** The administrators who have signed in and are not disabled. Never empty once there was one. */
export interface AdministratorsRecord {
  readonly members: readonly string[];
}

/** Asked for by mail with any address, or for the member whom an operator lets in. */
export interface SignInLink extends MailLink {
  readonly memberId?: string | undefined;
  readonly locale: Locale;
}

export interface SessionRecord extends SessionFields {
  readonly memberId: string;
}

export interface PasskeyRecord {
  readonly id: string;
  readonly memberId: string;
  /** As the authenticator names it, base64url. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** May be copied to other devices by its maker's service; never changes. */
  readonly multiDevice: boolean;
  readonly backedUp: boolean;
  readonly name: string;
  readonly lastUsedAt?: string | undefined;
  readonly blockedAt?: string | undefined;
  readonly removedAt?: string | undefined;
}

/** A question to an authenticator, answered once. */
export interface ChallengeRecord {
  readonly digest: string;
  /** Who adds a passkey; absent for signing in. */
  readonly memberId?: string | undefined;
  readonly expiresOn: string;
  readonly spentAt?: string | undefined;
}

const seconds = (instant: string) => Math.ceil(new Date(instant).getTime() / 1000);
const day = 86_400;
const of = (memberId: string) => `member#${memberId}`;

export const everyMember = "member";
export const Members = entity<MemberRecord, { id: string }>({
  type: "member",
  personal: { person: (m) => m.person ?? m.id, empty: { contact: { name: "", email: "" } } },
  key: ({ id }) => ({ pk: of(id), sk: "member" }),
  indexed: ({ id }) => ({ byState: { pk: everyMember, sk: id } }),
});

export const Addresses = entity<AddressRecord, { person: string }>({
  type: "member-address",
  key: ({ person }) => ({ pk: `member-address#${person}`, sk: "address" }),
});

export const Administrators = entity<AdministratorsRecord, object>({
  type: "administrators",
  key: () => ({ pk: "setting#administrators", sk: "setting" }),
});

export const SignInLinks = entity<SignInLink, { id: string }>({
  type: "sign-in-link",
  key: ({ id }) => ({ pk: `sign-in-link#${id}`, sk: "link" }),
  expires: (link) => seconds(link.expiresOn) + day,
});

export const sessionsOf = (memberId: string) => ({ pk: of(memberId), begins: "session#" });
export const Sessions = entity<SessionRecord, { memberId: string; id: string }>({
  type: "session",
  key: ({ memberId, id }) => ({ pk: of(memberId), sk: `session#${id}` }),
  expires: (session) => seconds(session.expiresOn) + 30 * day,
});

export const passkeysOf = (memberId: string) => ({ pk: of(memberId), begins: "passkey#" });
export const Passkeys = entity<PasskeyRecord, { memberId: string; id: string }>({
  type: "passkey",
  key: ({ memberId, id }) => ({ pk: of(memberId), sk: `passkey#${id}` }),
  expires: ({ removedAt }) => (removedAt ? seconds(removedAt) + 30 * day : undefined),
});

export const Challenges = entity<ChallengeRecord, { digest: string }>({
  type: "challenge",
  key: ({ digest }) => ({ pk: `challenge#${digest}`, sk: "challenge" }),
  expires: (challenge) => seconds(challenge.expiresOn) + day,
});
