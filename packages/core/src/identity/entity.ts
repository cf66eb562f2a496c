import type { Role } from "../platform/actor.ts";
import { entity } from "../platform/entity.ts";

export interface SignInLink {
  /** Digest of the secret; the secret itself is kept nowhere. */
  readonly digest: string;
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresOn: string;
  readonly spentAt?: string | undefined;
}

export interface Session {
  readonly digest: string;
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresOn: string;
  readonly endedAt?: string | undefined;
}

const seconds = (instant: string) => Math.ceil(new Date(instant).getTime() / 1000);

export const SignInLinks = entity<SignInLink, { digest: string }>({
  type: "sign-in-link",
  key: ({ digest }) => ({ pk: `sign-in-link#${digest}`, sk: "link" }),
  expires: (link) => seconds(link.expiresOn) + 86_400,
});

export const Sessions = entity<Session, { digest: string }>({
  type: "session",
  key: ({ digest }) => ({ pk: `session#${digest}`, sk: "session" }),
  expires: (session) => seconds(session.expiresOn) + 86_400,
});
