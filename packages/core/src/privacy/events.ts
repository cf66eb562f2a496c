import type { Derive } from "../platform/event.ts";
import type { DataRequest } from "./entity.ts";

/** Names nobody but by the keyed digest of the address. */
export interface DataRequestFact {
  readonly person: string;
  readonly requestId: string;
}

export const derivePrivacyEvents: Derive = {
  "data-request"({ before, after }) {
    const [was, is] = [before, after] as unknown as [DataRequest | undefined, DataRequest | undefined];
    if (!is || is.id === was?.id) return [];
    return [{ name: "privacy.link-asked", data: { person: is.person, requestId: is.id } satisfies DataRequestFact }];
  },
};
