import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { Locale, labelled, line } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { knows } from "./admit.ts";
import { seatPerson } from "./companion.ts";
import { Registration, type RegistrationRecord, Seats } from "./entity.ts";
import { Companion } from "./group-schema.ts";
import { admission } from "./policy.ts";
import { live } from "./register.ts";
import { activityCancelled, activityMissing, registrationConsent, ticketMissing } from "./schema.ts";
import { partOf } from "./scope.ts";
import { count, whileNext, whilePublished } from "./seats.ts";
import { noSeatForWalkIn } from "./walk-in-schema.ts";

/** What staff at the door know of somebody who is in. */
export interface WalkedIn {
  readonly person: string;
  readonly id: string;
  /** `already`: the address has a registration, which is this one. */
  readonly outcome: "entered" | "already";
  readonly status: RegistrationRecord["status"];
}

/**
 * Enters somebody who stands at the door, also after registration has closed. The seat is counted; where none is free, somebody waits whom it
 * fits, or a lottery is still to be drawn, only with `over`: then it may go beyond the capacity. `submission` makes a repeated call harmless.
 * @throws DomainError `activity.no-seat-for-walk-in`, `activity.not-found`, `activity.cancelled`, `activity.ticket-missing`
 */
export const enterWalkIn = command({
  input: Companion.extend({
    activityId: z.string().max(40),
    submission: z.string().regex(/^[0-7][0-9a-z]{25}$/),
    name: labelled(line(60), "姓名", "Name"),
    ticket: z.string().max(12).optional(),
    over: z.boolean().default(false),
    locale: Locale.default("zh-CN"),
  }),
  access: ["organiser", "check-in"],
  scope: partOf,
  async run(ctx, { activityId, submission, ticket, over, email, organisation = "", ...fields }): Promise<WalkedIn> {
    const now = ctx.now().toISOString();
    const id = `reg_${submission}`;
    const person = email ? ctx.keys.digest("person", email) : seatPerson(ctx, activityId, id);
    const { purpose, version } = registrationConsent;
    const record: RegistrationRecord = {
      ...fields,
      ...(ticket ? { ticket } : {}),
      ...{ activityId, person, id, organisation, email: email ?? "" },
      ...{ status: "confirmed", queuedAt: now, confirmedAt: now, sequence: 0 },
      consent: { purpose, version, at: now, source: "door" },
    };
    for (let attempt = 0; attempt < 10; attempt++) {
      const seats = await Seats.get(ctx, { activityId }, activityMissing);
      if (seats.status === "draft") throw new DomainError(activityMissing);
      if (seats.status === "cancelled") throw new DomainError(activityCancelled);
      if (!knows(seats, ticket)) throw new DomainError(ticketMissing);
      if (!over && admission(seats, ticket) !== "seat") {
        const had = await Registration.find(ctx, { activityId, person });
        if (had && had.status !== "cancelled") return of(had, id);
        throw new DomainError(noSeatForWalkIn, { params: { taken: seats.taken, capacity: seats.capacity } });
      }
      const room = over ? [] : [whileNext(seats, ticket)];
      try {
        await ctx.table.write(
          [count(ctx, seats, ticket, { seat: 1 }, whilePublished, ...room), Registration.create(ctx, record, live)],
          ctx.newId("tok").slice(4),
        );
        return { person, id, outcome: "entered", status: "confirmed" };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const met = error.failed.get(1);
        if (met) return of(Registration.read(met), id);
      }
    }
    throw new DomainError(tooBusy);
  },
});

const of = (met: RegistrationRecord, id: string): WalkedIn => ({
  person: met.person,
  id: met.id,
  outcome: met.id === id ? "entered" : "already",
  status: met.status,
});
