import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow, within } from "../platform/listing.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Paging, Reference } from "../platform/schema.ts";
import {
  Activity,
  type ActivityRecord,
  Registration,
  type RegistrationRecord,
  registrationsOf,
  Seats,
  type SeatsRecord,
} from "./entity.ts";
import { seatsOfMany } from "./read-seats.ts";
import { ActivityKind, activityMissing, activityStatuses, type Quota, registrationStatuses, type TicketType } from "./schema.ts";
import { partOf } from "./scope.ts";

/** What organisers see in their list. */
export type ActivityRow = Omit<ActivityRecord, "quotas" | "tickets"> &
  Stored & {
    readonly taken: number;
    readonly waiting: number;
    /** With their figures where one activity is read. */
    readonly quotas?: (Quota & { readonly taken?: number })[] | undefined;
    readonly tickets?: (TicketType & { readonly sold?: number; readonly waiting?: number })[] | undefined;
  };

/** Activities in one state, the latest first unless asked otherwise, with their figures: up to a hundred a page. */
export const listActivities = command({
  input: Listing.extend({
    limit: Paging.shape.limit,
    status: z.enum(activityStatuses).default("published"),
    kind: Narrow(ActivityKind),
    chain: Narrow(Reference),
  }),
  access: ["organiser", "auditor"],
  scope: "itself",
  async run(ctx, { status, kind, chain, q, order, ...paging }): Promise<Page<ActivityRow>> {
    const keep = every<ActivityRecord>(
      within(ctx.actor, listActivities.access, ({ id, chains }) => ({ activity: id, chains })),
      await holding(ctx, q, (a) => [a.title["zh-CN"], a.title.en, a.venue["zh-CN"], a.venue.en, a.id]),
      kind && ((a) => a.kind === kind),
      chain && ((a) => a.chains.includes(chain)),
    );
    const query = { index: "byState", pk: `activity#${status}`, newestFirst: order !== "oldest" } as const;
    const ahead = readingAhead(ctx, `activities ${JSON.stringify([query, paging, kind, chain, q])}`);
    const page = await listing(ahead, Activity, query, paging, keep);
    const seats = await seatsOfMany(ahead, page.items);
    return {
      ...page,
      items: page.items.map(({ agenda: _, stage: __, ...a }) => ({
        ...a,
        taken: seats.get(a.id)?.taken ?? 0,
        waiting: seats.get(a.id)?.waiting ?? 0,
      })),
    };
  },
});

/** What is taken and who waits, in all and by quota and ticket type. */
function figures({ quotas, tickets }: ActivityRecord, seats: SeatsRecord) {
  const of = (counter: "taken" | "sold" | "waiting", id: string) => seats[`${counter}_${id}`] ?? 0;
  return {
    taken: seats.taken,
    waiting: seats.waiting,
    ...(quotas ? { quotas: quotas.map((quota) => ({ ...quota, taken: of("taken", quota.id) })) } : {}),
    ...(tickets
      ? { tickets: tickets.map((ticket) => ({ ...ticket, sold: of("sold", ticket.id), waiting: of("waiting", ticket.id) })) }
      : {}),
  };
}

export const getActivity = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<ActivityRow> {
    const [activity, seats] = await Promise.all([
      Activity.get(ctx, { id: activityId }, activityMissing),
      Seats.find(ctx, { activityId }),
    ]);
    return { ...activity, ...(seats ? figures(activity, seats) : { taken: 0, waiting: 0 }) };
  },
});

function choseIt(answer: string): (r: RegistrationRecord) => boolean {
  const [question = "", choice = ""] = answer.split(":");
  return ({ answers = {} }) => [answers[question]].flat().includes(choice);
}

/** Who registered, for those who run the activity, in no order that means anything. */
export const listRegistrations = command({
  input: Listing.omit({ order: true }).extend({
    activityId: z.string().max(40),
    status: Narrow(z.enum(registrationStatuses)),
    /** Those who chose something: `<question>:<choice>`. */
    answer: Narrow(z.string().regex(/^[a-z0-9]{1,12}:[a-z0-9]{1,12}$/)),
  }),
  access: ["organiser", "check-in", "auditor"],
  scope: partOf,
  async run(ctx, { activityId, status, answer, q, ...paging }): Promise<Page<RegistrationRecord & Stored>> {
    const keep = every<RegistrationRecord>(
      await holding(ctx, q, (r) => [r.name, r.organisation, r.email, r.phone, r.id]),
      status && ((r) => r.status === status),
      answer && choseIt(answer),
    );
    return listing(ctx, Registration, { pk: registrationsOf(activityId) }, paging, keep);
  },
});
