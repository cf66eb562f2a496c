import type { Derive } from "../platform/event.ts";
import type { GuestRecord } from "./entity.ts";

/** `invitation.chosen` for each time that somebody is chosen as a guest, by the keyed digest of the address. */
export const deriveInvitationEvents: Derive = {
  guest({ before, after }) {
    const [was, is] = [before, after] as unknown as [GuestRecord | undefined, GuestRecord | undefined];
    if (!is || is.round === was?.round) return [];
    return [{ name: "invitation.chosen", data: { activityId: is.activityId, person: is.person } }];
  },
};
