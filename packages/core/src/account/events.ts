import type { Derive } from "../platform/event.ts";
import type { AccountLink, AccountSession } from "./entity.ts";

/** Which link was asked for, or whose session was ended; people are named by the keyed digest of their address only. */
export interface AccountFact {
  readonly linkId?: string;
  readonly person?: string;
}

export const deriveAccountEvents: Derive = {
  "account-link"({ before, after }) {
    const is = after as unknown as AccountLink | undefined;
    return is && !before ? [{ name: "account.link-asked", data: { linkId: is.id } satisfies AccountFact }] : [];
  },
  "account-session"({ before, after }) {
    const [was, is] = [before, after] as unknown as [AccountSession | undefined, AccountSession | undefined];
    const suspicious = is?.endedBecause === "moved" || is?.endedBecause === "reused";
    if (!is || !suspicious || was?.endedAt) return [];
    return [{ name: "account.session-suspicious", data: { person: is.person } satisfies AccountFact }];
  },
};
