import type { Derive } from "../platform/event.ts";
import type { EntryRecord } from "./entity.ts";

/** `door.changed` for each time that somebody is let in, or that it is undone, by the keyed digest of the address. */
export const deriveDoorEvents: Derive = {
  "door-entry"({ before, after }) {
    const [was, is] = [before, after] as unknown as [EntryRecord | undefined, EntryRecord | undefined];
    if (!is || (is.status === was?.status && is.registrationId === was.registrationId)) return [];
    return [{ name: "door.changed", data: { activityId: is.activityId, person: is.person } }];
  },
};
