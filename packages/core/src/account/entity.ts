import { entity } from "../platform/entity.ts";
import type { MailLink } from "../platform/sign-in/mail-link.ts";
import type { SessionFields } from "../platform/sign-in/session.ts";
import type { Locale } from "../platform/text.ts";

/** Somebody who proved that mail to an address reaches them. What they have stands elsewhere, by the same digest. */
export interface AccountRecord {
  readonly id: string;
  /** Keyed digest of the address, under which the account lies. */
  readonly person: string;
  /** Empty once the account is closed. */
  readonly email: string;
  readonly locale: Locale;
  readonly lastSignedInAt: string;
  readonly closedAt?: string | undefined;
}

export interface AccountLink extends MailLink {
  readonly person: string;
  readonly email: string;
  readonly locale: Locale;
}

export interface AccountSession extends SessionFields {
  readonly person: string;
}

const seconds = (instant: string) => Math.ceil(new Date(instant).getTime() / 1000);
const day = 86_400;
const of = (person: string) => `account#${person}`;

export const allAccounts = "accounts";
export const Accounts = entity<AccountRecord, { person: string }>({
  type: "account",
  personal: { person: (a) => a.person, empty: { email: "" } },
  key: ({ person }) => ({ pk: of(person), sk: "account" }),
  indexed: (a) => ({ byState: a.closedAt ? undefined : { pk: allAccounts, sk: `${a.lastSignedInAt}#${a.id}` } }),
  expires: ({ closedAt }) => (closedAt ? seconds(closedAt) + 30 * day : undefined),
});

export const AccountLinks = entity<AccountLink, { id: string }>({
  type: "account-link",
  personal: { person: (l) => l.person, empty: { email: "" } },
  key: ({ id }) => ({ pk: `account-link#${id}`, sk: "link" }),
  expires: (link) => seconds(link.expiresOn) + day,
});

export const sessionsOf = (person: string) => ({ pk: of(person), begins: "session#" });
export const AccountSessions = entity<AccountSession, { person: string; id: string }>({
  type: "account-session",
  key: ({ person, id }) => ({ pk: of(person), sk: `session#${id}` }),
  expires: (session) => seconds(session.expiresOn) + 30 * day,
});
