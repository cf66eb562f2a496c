import { noticesConsent } from "../consent/notices-schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { admit, openCode, opened } from "./admit.ts";
import { Registration, type RegistrationRecord, type SeatsRecord, type TicketPlan } from "./entity.ts";
import { fillIn } from "./fill-in.ts";
import { formChanged } from "./form-schema.ts";
import { admission, isOnSale } from "./policy.ts";
import { currentSeats } from "./read-seats.ts";
import { activityMissing, codeSpent, Register, registrationConsent, soldOut, ticketMissing, ticketShut } from "./schema.ts";
import { whileAsked } from "./seats.ts";

/** The same for a first and for a repeated registration, so that nobody can find out who is registered; the link goes by mail. */
export interface RegisterAnswer {
  readonly activityId: string;
  readonly status: "confirmed" | "waitlisted" | "offered" | "requested";
}

/** How long a repeated registration does not send the link again. */
const quiet = 10 * 60_000;

/**
 * Registers a person for an activity: a seat when one is free and nobody waits for it, else a place on the waiting list; a request where the
 * organiser decides. One read and one transaction of two items: 4 write units and two round trips for a confirmed registration. What is
 * refused writes nothing.
 * @throws DomainError `activity.not-found`, `activity.cancelled`, `activity.closed`, `activity.sold-out`, `activity.ticket-missing`,
 * `activity.ticket-shut`, `activity.code-spent`, `table.busy`
 */
export const register = command({
  input: Register,
  access: "public",
  async run(ctx, input): Promise<RegisterAnswer> {
    const now = ctx.now().toISOString();
    const { activityId, consent: _given, notices, ticket: asked, code, answers, form, ...fields } = input;
    const person = ctx.keys.digest("person", input.email);
    const seats = opened(await currentSeats(ctx, activityId), now);
    const invited = code ? (await openCode(ctx, { activityId, code }, now)).ticket : undefined;
    const plan = chosen(seats, asked ?? invited, invited, now);
    const ticket = plan?.id;
    const registration: RegistrationRecord = {
      ...fields,
      ...(await fillIn(ctx, seats, { answers, form }, ticket)),
      ...(ticket ? { ticket } : {}),
      ...(code ? { code } : {}),
      activityId,
      person,
      id: ctx.newId("reg"),
      status: "requested",
      queuedAt: now,
      sequence: 0,
      consent: agreedTo(registrationConsent, now),
      ...(notices ? { notices: agreedTo(noticesConsent, now) } : {}),
    };
    if (plan?.approval) return request(ctx, registration, now);
    if (!code && admission(seats, ticket) === "full") return refuseFull(ctx, registration, now);
    const admitted = await admit(
      ctx,
      { activityId, ticket, code },
      {
        seats,
        write: (patch) => Registration.create(ctx, { ...registration, ...patch }, live),
        check(fresh) {
          chosen(fresh, ticket, invited, now);
          if (fresh.form !== seats.form) throw new DomainError(formChanged);
        },
        while: whileAsked(seats.form),
      },
    );
    if ("full" in admitted) return refuseFull(ctx, registration, now);
    if ("met" in admitted) return again(ctx, Registration.read(admitted.met), now, admitted.status);
    return { activityId, status: admitted.status };
  },
});

const agreedTo = ({ purpose, version }: { readonly purpose: string; readonly version: string }, at: string) => ({
  ...{ purpose, version, at, source: "form" },
});

export const live = { condition: "attribute_not_exists(pk) OR #status = :cancelled", values: { ":cancelled": "cancelled" } };

/** The ticket type that is meant; the only one that is offered need not be named. */
export function chosen(
  { tickets }: SeatsRecord,
  asked: string | undefined,
  invited: string | undefined,
  now: string,
): TicketPlan | undefined {
  if (!tickets) {
    if (asked !== undefined) throw new DomainError(ticketMissing);
    return undefined;
  }
  const offered = tickets.filter(({ id, hidden }) => !hidden || id === invited);
  const plan = asked === undefined && offered.length === 1 ? offered[0] : offered.find(({ id }) => id === asked);
  if (!plan) throw new DomainError(ticketMissing);
  if (invited !== undefined && plan.id !== invited) throw new DomainError(codeSpent);
  if (!isOnSale(plan, now)) throw new DomainError(ticketShut);
  return plan;
}

/** Asks the organiser. No seat is counted before it is approved. */
async function request(ctx: Ctx, registration: RegistrationRecord, now: string): Promise<RegisterAnswer> {
  try {
    await ctx.table.write([Registration.create(ctx, registration, live)], "");
    return { activityId: registration.activityId, status: "requested" };
  } catch (error) {
    const existing = error instanceof ConditionFailed && error.failed.get(0);
    if (!existing) throw error;
    return again(ctx, Registration.read(existing), now, "requested");
  }
}

/** All is taken: nothing is written, but who holds a registration already gets the link once more. */
async function refuseFull(ctx: Ctx, { activityId, person }: RegistrationRecord, now: string): Promise<never> {
  const existing = await Registration.find(ctx, { activityId, person });
  if (existing && existing.status !== "cancelled") await again(ctx, existing, now, "confirmed");
  throw new DomainError(soldOut);
}

/** A repeated registration: the answer that somebody new gets now, and the link once more by mail when the last one is not recent. */
export async function again(
  ctx: Ctx,
  existing: RegistrationRecord,
  now: string,
  status: RegisterAnswer["status"],
): Promise<RegisterAnswer> {
  const { activityId, person } = existing;
  if (!activityId) throw new DomainError(activityMissing);
  const before = new Date(new Date(now).getTime() - quiet).toISOString();
  try {
    await ctx.table.write(
      [
        Registration.update(ctx, { activityId, person }, "SET #linkAskedAt = :now", {
          condition:
            "#status <> :cancelled AND #queuedAt < :before AND (attribute_not_exists(#linkAskedAt) OR #linkAskedAt < :before)",
          values: { ":now": now, ":before": before, ":cancelled": "cancelled" },
        }),
      ],
      "",
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return { activityId, status };
}
