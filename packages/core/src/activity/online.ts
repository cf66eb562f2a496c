import type { ActivityRecord, RegistrationRecord } from "./entity.ts";

/** How one takes part from afar. */
export interface Online {
  readonly link?: string | undefined;
  readonly note?: string | undefined;
}

/** The online link, for whoever holds a confirmed seat in an activity that takes place, and for nobody else. */
export function onlineOf(
  { onlineLink: link, onlineNote: note, status }: Pick<ActivityRecord, "onlineLink" | "onlineNote" | "status">,
  registration: Pick<RegistrationRecord, "status">,
): { readonly online?: Online } {
  const may = registration.status === "confirmed" && status === "published";
  return may && (link || note) ? { online: { ...(link ? { link } : {}), ...(note ? { note } : {}) } } : {};
}
