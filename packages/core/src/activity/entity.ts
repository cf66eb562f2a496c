import type { Answers } from "../form/schema.ts";
import { entity } from "../platform/entity.ts";
import type { Locale, Localised } from "../platform/text.ts";
import type { Agenda, StageSession } from "./agenda-schema.ts";
import { type ActivityContent, type ActivityStatus, general, type RegistrationStatus } from "./schema.ts";

export interface ActivityRecord extends ActivityContent {
  readonly id: string;
  readonly status: ActivityStatus;
  /** Absent: the public never saw it. */
  readonly publishedAt?: string | undefined;
  readonly draw?: Draw | undefined;
  readonly agenda?: Agenda | undefined;
  /** What a roadshow's running order adds to the agenda; follows it, and goes into no copy. */
  readonly stage?: readonly StageSession[] | undefined;
  /** 系列: that it is one of. */
  readonly series?: string | undefined;
  /** Registration was closed before its time, which was this. */
  readonly closedEarly?: { readonly at: string; readonly was: string } | undefined;
  /** Quotas that somebody set below what was taken, knowingly; none is seated there before enough seats are given back. */
  readonly overbooking?: OverBooked | undefined;
}

export interface OverBooked {
  readonly quotas: readonly { readonly id: string; readonly size: number; readonly taken: number }[];
  readonly at: string;
  readonly by: string;
}

/** Activities that repeat, each with registrations of its own. */
export interface SeriesRecord {
  readonly id: string;
  readonly activities: readonly string[];
}

/** 模板: what new activities may begin with. Its times are those of the activity it was kept from. */
export interface TemplateRecord {
  readonly id: string;
  readonly name: Localised;
  readonly content: ActivityContent;
  readonly agenda?: Agenda | undefined;
  readonly droppedAt?: string | undefined;
}

/** A lottery: the digest of its seed is known from the beginning, the seed once it is drawn. */
export interface Draw {
  readonly commitment: string;
  readonly seed?: string | undefined;
  readonly drawnAt?: string | undefined;
  readonly entries?: number | undefined;
}

/** A ticket type as far as the counter needs it. */
export interface TicketPlan {
  readonly id: string;
  readonly quotas: readonly string[];
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly approval?: boolean | undefined;
}

/** What an activity's seats are counted by: on a partition of its own, with all that the condition of a registration needs. */
export interface SeatsRecord {
  readonly activityId: string;
  readonly status: ActivityStatus;
  readonly registrationOpensAt?: string | undefined;
  readonly registrationClosesAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  /** Confirmed, offered, and held by codes. */
  readonly taken: number;
  readonly waiting: number;
  /** False: whoever comes when all is taken is refused. */
  readonly waitingList?: boolean | undefined;
  /** Only with a lottery. While it is `open` everybody joins the draw. */
  readonly draw?: "open" | "drawing" | "drawn" | undefined;
  /** Only with ticket types: rises whenever they or their quotas change, so that nothing is counted by a plan that no longer holds. */
  readonly plan?: number | undefined;
  readonly tickets?: readonly TicketPlan[] | undefined;
  /** The version of the registration form that is asked now. */
  readonly form?: number | undefined;
  /** Only once groups waited: rises whenever one joins, leaves or becomes smaller, so that nobody overlooks one. */
  readonly groups?: number | undefined;
  /** `sold_` and `waiting_` by ticket type, `taken_` and `size_` by quota; `party_<ticket type>_<n>`: people who wait in groups of n. */
  readonly [counter: `${"sold" | "waiting" | "taken" | "size" | "party"}_${string}`]: number | undefined;
}

/** 邀请码: opens one ticket type to whoever knows it, so many times; may hold that many seats. */
export interface CodeRecord {
  readonly activityId: string;
  readonly code: string;
  readonly ticket: string;
  readonly uses: number;
  readonly used: number;
  /** Its unused seats are counted as taken. */
  readonly holds: boolean;
  readonly until?: string | undefined;
  readonly endedAt?: string | undefined;
}

/** A seat of a group. */
export interface Seat {
  readonly person: string;
  readonly id: string;
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
  /** The version of the form that was answered, and the answers. */
  readonly form?: number | undefined;
  readonly answers?: Answers | undefined;
  readonly locale: Locale;
  readonly status: RegistrationStatus;
  /** Place in the queue, by time and then by id. */
  readonly queuedAt: string;
  /** Since when the seat is certain. */
  readonly confirmedAt?: string | undefined;
  /** Absent where the activity has no ticket types. */
  readonly ticket?: string | undefined;
  readonly code?: string | undefined;
  /** Joined before the draw, and what the draw gave: the lowest is first, and before all who came later. */
  readonly pooled?: boolean | undefined;
  readonly lot?: string | undefined;
  readonly offerExpiresAt?: string | undefined;
  /** 同行: of the one who brings them, whom. One who left or was transferred may still stand here; the record says so. */
  readonly leads?: readonly Seat[] | undefined;
  /** Of a companion: the leader's `person`. */
  readonly leader?: string | undefined;
  /** Of a leader who waits together with companions: how many they are. */
  readonly party?: number | undefined;
  /** Of a companion who waits with the leader, in the leader's place. */
  readonly together?: boolean | undefined;
  /** The leader gave an address for this seat; whether the seat is bound to it stays between us and that address. */
  readonly addressed?: boolean | undefined;
  /** Why the organiser refused it, in words for the applicant. */
  readonly remark?: string | undefined;
  readonly cancelledBecause?: "person" | "offer-expired" | "activity" | "erased" | "transferred" | undefined;
  /** Entered by staff who did not want a mail sent for it. */
  readonly quiet?: boolean | undefined;
  /** SEQUENCE of the calendar entry that the person holds. */
  readonly sequence: number;
  readonly linkAskedAt?: string | undefined;
  readonly consent: RegistrationConsent;
  /** To be told of events to come; kept with when it was withdrawn. */
  readonly notices?: (RegistrationConsent & { readonly withdrawnAt?: string | undefined }) | undefined;
}

interface RegistrationConsent {
  readonly purpose: string;
  readonly version: string;
  readonly at: string;
  readonly source: string;
}

/** What is left of a registration whose person is erased. */
export const erasedRegistration = {
  name: "",
  organisation: "",
  email: "",
  phone: undefined,
  interest: undefined,
  answers: undefined,
  remark: undefined,
} as const;

export const openDraws = "draws";
export const openCodes = "codes";

export const Activity = entity<ActivityRecord, { id: string }>({
  type: "activity",
  key: ({ id }) => ({ pk: `activity#${id}`, sk: "activity" }),
  indexed: (a) => ({
    byState: { pk: `activity#${a.status}`, sk: `${a.startsAt}#${a.id}` },
    byOwner: a.status === "published" && a.drawAt && !a.draw?.drawnAt ? { pk: openDraws, sk: `${a.drawAt}#${a.id}` } : undefined,
  }),
});

export const Series = entity<SeriesRecord, { id: string }>({
  type: "activity-series",
  key: ({ id }) => ({ pk: `activity-series#${id}`, sk: "series" }),
});

export const templates = "activity-templates";
export const Template = entity<TemplateRecord, { id: string }>({
  type: "activity-template",
  key: ({ id }) => ({ pk: templates, sk: id }),
});

export const Seats = entity<SeatsRecord, { activityId: string }>({
  type: "seats",
  key: ({ activityId }) => ({ pk: `seats#${activityId}`, sk: "seats" }),
});

/** Where the counter of an activity lies; it changes with every registration. */
export const seatsKey = (activityId: string) => Seats.key({ activityId });

export const registrationsOf = (activityId: string) => `registrations#${activityId}`;
/** The queue of a ticket type; groups of each size have one of their own. */
export const waitingOf = (activityId: string, ticket: string = general, size = 1) =>
  (ticket === general ? `waiting#${activityId}` : `waiting#${activityId}#${ticket}`) + (size > 1 ? `#by-${size}` : "");
export const openOffers = "offers";
/** Where somebody stands in the queue: by lot, then by time. */
export const placeOf = ({ lot, queuedAt, id }: Pick<RegistrationRecord, "lot" | "queuedAt" | "id">) =>
  lot ? `0${lot}#${id}` : `${queuedAt}#${id}`;

const stored = entity<RegistrationRecord, { activityId: string; person: string }>({
  type: "registration",
  personal: {
    person: (r) => r.person,
    empty: erasedRegistration,
  },
  key: ({ activityId, person }) => ({ pk: registrationsOf(activityId), sk: person }),
  indexed: (r) => ({
    byState:
      r.status === "waitlisted" && !r.together
        ? { pk: waitingOf(r.activityId, r.ticket, r.party), sk: placeOf(r) }
        : r.status === "offered" && r.offerExpiresAt
          ? { pk: openOffers, sk: `${r.offerExpiresAt}#${r.id}` }
          : undefined,
  }),
});

/**
 * Somebody who gave up and registers again gets a new record under the same key, which begins with version 1 as the first did. A change that was
 * made of the first must not be written over the second, so it holds for that very registration.
 */
export const Registration: typeof stored = {
  ...stored,
  change(ctx, read, patch) {
    const write = stored.change(ctx, read, patch);
    return { ...write, condition: `${write.condition} AND #id = :id`, values: { ...write.values, ":id": read.id } };
  },
};

export const codesOf = (activityId: string) => `codes#${activityId}`;

export const Code = entity<CodeRecord, { activityId: string; code: string }>({
  type: "activity-code",
  key: ({ activityId, code }) => ({ pk: codesOf(activityId), sk: code }),
  indexed: (c) => ({
    byState: c.until && !c.endedAt ? { pk: openCodes, sk: `${c.until}#${c.activityId}#${c.code}` } : undefined,
  }),
});
