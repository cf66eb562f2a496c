import * as z from "zod";
import { activitiesWithDoors, activityAtDoor, type Holder, holders, holdersOf, partOf, ticketKeys } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Stored } from "../platform/entity.ts";
import { within } from "../platform/listing.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Instant, Paging } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { rangeOf } from "./attendees.ts";
import { Counts, changesOf, Entries, type EntryRecord, type ReportRecord, Reports, reportsOf } from "./entity.ts";
import { hoursAfterEnd, seatStates, ticketParts } from "./schema.ts";

/** An activity as the door needs it. */
export interface Door {
  readonly id: string;
  readonly title: Localised;
  readonly venue: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly cancelled: boolean;
}

const Named = z.object({ activityId: z.string().max(40) });
const access = ["organiser", "check-in", "auditor"] as const;

type Known = Awaited<ReturnType<typeof activitiesWithDoors>>[number];
const doorOf = ({ id, title, venue, startsAt, endsAt, timeZone, status }: Known): Door => ({
  id,
  title,
  venue,
  startsAt,
  endsAt,
  timeZone,
  cancelled: status === "cancelled",
});

/** Activities whose door somebody may keep: those that have not ended a day ago, the next first. */
export const listDoors = command({
  input: z.object({}),
  access,
  scope: "itself",
  async run(ctx): Promise<{ items: Door[] }> {
    const found = await activitiesWithDoors(ctx, new Date(ctx.now().getTime() - hoursAfterEnd * 3_600_000).toISOString());
    const mine = within<Known>(ctx.actor, access, ({ id, chains }) => ({ activity: id, chains }));
    return { items: found.filter((one) => mine?.(one) ?? true).map(doorOf) };
  },
});

/** How the door stands: how many are in, whether the list of tickets has changed, and by what tickets are checked. */
export interface DoorState extends Door {
  readonly entered: number;
  readonly reports: number;
  /** Who holds a seat, offered ones among them. */
  readonly expected: number;
  /** Rises when somebody registers or cancels; a list that was loaded before it is old. */
  readonly listChangedAt: string;
  /** Ed25519 public keys, base64url. */
  readonly keys: readonly string[];
  /** Until when a device may keep the list. */
  readonly keepUntil: string;
  readonly now: string;
}

export const seeDoor = command({
  input: Named,
  access,
  scope: partOf,
  async run(ctx, { activityId }): Promise<DoorState> {
    const [activity, count] = await Promise.all([activityAtDoor(ctx, activityId), Counts.find(ctx, { activityId })]);
    return {
      ...doorOf(activity),
      entered: count?.entered ?? 0,
      reports: count?.reports ?? 0,
      expected: activity.taken,
      listChangedAt: activity.changedAt,
      keys: ticketKeys(ctx),
      keepUntil: new Date(new Date(activity.endsAt).getTime() + hoursAfterEnd * 3_600_000).toISOString(),
      now: ctx.now().toISOString(),
    };
  },
});

/**
 * One ticket in the list that devices keep: person, the last six characters of its number, its state (`seatStates`), name, organisation, and how
 * the name sounds. Of who cancelled nothing but that they did.
 */
export type TicketRow = readonly [
  person: string,
  number: string,
  state: 0 | 1 | 2,
  name?: string,
  organisation?: string,
  sound?: string,
];

/**
 * The tickets of an activity, for a device to keep: a thousand a page, in no order. `part` gives those of one of four parts of about the same size, which a
 * device asks for at the same time.
 */
export const listTickets = command({
  input: Named.extend({
    cursor: Paging.shape.cursor,
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
    part: z.coerce
      .number()
      .int()
      .min(0)
      .max(ticketParts - 1)
      .optional(),
  }),
  access: ["organiser", "check-in"],
  scope: partOf,
  async run(ctx, { activityId, limit, cursor, part }): Promise<{ items: TicketRow[]; cursor?: string }> {
    const between = part === undefined ? {} : { between: rangeOf(part) };
    const [page, say] = await Promise.all([holders(ctx, activityId, { limit, cursor, ...between }), ctx.sound()]);
    const rowOf = ({ person, id, status, name, organisation }: Holder): TicketRow => {
      const number = id.slice(-6);
      if (status === "cancelled") return [person, number, seatStates.cancelled];
      const sound = say(name, "name").filter(Boolean).join(" ");
      return [person, number, status === "confirmed" ? seatStates.seated : seatStates.waiting, name, organisation, sound];
    };
    // Who was refused never had a ticket.
    const known = page.items.filter(({ status }) => status !== "refused");
    return { items: known.map(rowOf), ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});

/** Who is in, or is no more: `by` is what let them in. */
export type EntryRow = Pick<EntryRecord, "person" | "status" | "scanId" | "at" | "device">;

/** An index may be behind by so much; who asks for what changed since is given a little of before. */
const overlap = 10_000;

/** Entries that changed since an instant, by any device, the oldest first: the same again when it is asked again. */
export const listEntries = command({
  input: Named.extend({
    since: Instant.optional(),
    cursor: Paging.shape.cursor,
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  access,
  scope: partOf,
  async run(ctx, { activityId, since, cursor, limit }): Promise<{ items: EntryRow[]; cursor?: string; now: string }> {
    const now = ctx.now().toISOString();
    const from = since ? new Date(new Date(since).getTime() - overlap).toISOString() : "";
    const query = { index: "byState", pk: changesOf(activityId), between: [from, "~"], limit, cursor } as const;
    const page = await Entries.list(ctx, query);
    const items = page.items.map(({ person, status, scanId, at, device }) => ({ person, status, scanId, at, device }));
    return { ...page, items, now };
  },
});

/** Scans that let nobody in, with who stood there, the latest first. */
export type ReportRow = ReportRecord & Stored & { readonly name: string; readonly organisation: string };

export const listReports = command({
  input: Named.extend(Paging.shape),
  access,
  scope: partOf,
  async run(ctx, { activityId, limit, cursor }): Promise<{ items: ReportRow[]; cursor?: string }> {
    const ahead = readingAhead(ctx, `reports ${activityId} ${limit} ${cursor ?? ""}`);
    const page = await Reports.list(ahead, { pk: reportsOf(activityId), limit, cursor, newestFirst: true });
    const known = await holdersOf(
      ahead,
      activityId,
      page.items.map(({ person }) => person),
    );
    const items = page.items.map((one) => ({
      ...one,
      name: known.get(one.person)?.name ?? "",
      organisation: known.get(one.person)?.organisation ?? "",
    }));
    return { ...page, items };
  },
});
