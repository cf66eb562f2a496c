import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import type { ActivityContent, ActivityStatus, RegistrationStatus } from "./schema.ts";

export interface ActivityRecord extends ActivityContent {
  readonly id: string;
  readonly status: ActivityStatus;
  /** Absent: the public never saw it. */
  readonly publishedAt?: string | undefined;
}

/** What an activity's seats are counted by: on a partition of its own, with all that the condition of a registration needs. */
export interface SeatsRecord {
  readonly activityId: string;
  readonly status: ActivityStatus;
  readonly registrationClosesAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  /** Confirmed and offered. */
  readonly taken: number;
  readonly waiting: number;
}

export interface RegistrationRecord {
  readonly activityId: string;
  /** Keyed digest of the address: one live registration a person and activity, by the key itself. */
  readonly person: string;
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly interest?: string | undefined;
  readonly locale: Locale;
  readonly status: RegistrationStatus;
  /** Place in the queue, by time and then by id. */
  readonly queuedAt: string;
  readonly offerExpiresAt?: string | undefined;
  readonly cancelledBecause?: "person" | "offer-expired" | "activity" | "erased" | undefined;
  /** SEQUENCE of the calendar entry that the person holds. */
  readonly sequence: number;
  readonly linkAskedAt?: string | undefined;
  readonly consent: { readonly purpose: string; readonly version: string; readonly at: string; readonly source: string };
}

/** What is left of a registration whose person is erased. */
export const erasedRegistration = { name: "", organisation: "", email: "", phone: undefined, interest: undefined } as const;

export const Activity = entity<ActivityRecord, { id: string }>({
  type: "activity",
  key: ({ id }) => ({ pk: `activity#${id}`, sk: "activity" }),
  indexed: (a) => ({ byState: { pk: `activity#${a.status}`, sk: `${a.startsAt}#${a.id}` } }),
});

export const Seats = entity<SeatsRecord, { activityId: string }>({
  type: "seats",
  key: ({ activityId }) => ({ pk: `seats#${activityId}`, sk: "seats" }),
});

/** Where the counter of an activity lies; it changes with every registration. */
export const seatsKey = (activityId: string) => Seats.key({ activityId });

export const registrationsOf = (activityId: string) => `registrations#${activityId}`;
export const waitingOf = (activityId: string) => `waiting#${activityId}`;
export const openOffers = "offers";

export const Registration = entity<RegistrationRecord, { activityId: string; person: string }>({
  type: "registration",
  personal: {
    person: (r) => r.person,
    empty: erasedRegistration,
  },
  key: ({ activityId, person }) => ({ pk: registrationsOf(activityId), sk: person }),
  indexed: (r) => ({
    byState:
      r.status === "waitlisted"
        ? { pk: waitingOf(r.activityId), sk: `${r.queuedAt}#${r.id}` }
        : r.status === "offered" && r.offerExpiresAt
          ? { pk: openOffers, sk: `${r.offerExpiresAt}#${r.id}` }
          : undefined,
  }),
});
