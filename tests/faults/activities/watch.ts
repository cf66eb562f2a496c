import type { CodeRecord, RegistrationRecord, SeatsRecord } from "../../../packages/core/src/activity/entity.ts";
import { placeOf } from "../../../packages/core/src/activity/entity.ts";
import { fullQuotas, planOf } from "../../../packages/core/src/activity/policy.ts";
import type { Told } from "./ground.ts";

/** Something that must never be. */
export class Broken extends Error {
  override readonly name = "Broken";
}

interface Waiting {
  readonly registration: RegistrationRecord;
  /** The step in which the person joined the queue: whoever joined in the same step as another was seated may have come after. */
  readonly since: number;
}

const live = (r: RegistrationRecord | undefined) => r !== undefined && r.status !== "cancelled" && r.status !== "refused";
const seated = (r: RegistrationRecord) => r.status === "confirmed" || r.status === "offered";

/** Follows what is committed, change by change, and says when an invariant is broken. Knows nothing of how it came about. */
export class Watch {
  step = 0;
  /** Whether an organiser, in this step, over-books by name. */
  byName = false;
  seats: SeatsRecord | undefined;
  readonly registrations = new Map<string, RegistrationRecord>();
  readonly codes = new Map<string, CodeRecord>();
  readonly #since = new Map<string, number>();
  /** The counter before its last change: registering counts first and writes the registration then, in one transaction. */
  #before: SeatsRecord | undefined;

  see({ before, after }: Told): void {
    if (after?.type === "seats") this.#counted(before as unknown as SeatsRecord, after as unknown as SeatsRecord);
    if (after?.type === "registration")
      this.#registered(before as unknown as RegistrationRecord | undefined, after as unknown as RegistrationRecord);
    if (after?.type === "activity-code") this.codes.set((after as unknown as CodeRecord).code, after as unknown as CodeRecord);
  }

  #counted(was: SeatsRecord | undefined, is: SeatsRecord): void {
    this.#before = this.seats;
    this.seats = is;
    if (!was) return;
    for (const quota of ["", ...quotasOf(is)]) {
      const taken = (of: SeatsRecord) => (quota ? (of[`taken_${quota}`] ?? 0) : of.taken);
      const sizeIn = (of: SeatsRecord) => (quota ? (of[`size_${quota}`] ?? 0) : of.capacity);
      const size = sizeIn(is);
      if (taken(is) > size && size < sizeIn(was) && !this.byName)
        throw new Broken(`${quota || "the whole"} was lowered to ${size}, below ${taken(is)} that are taken`);
      if (was.plan === is.plan && taken(is) > size && taken(is) > taken(was))
        throw new Broken(`oversold: ${taken(is)} of ${size} seats of ${quota || "the whole"}`);
    }
  }

  #registered(was: RegistrationRecord | undefined, is: RegistrationRecord): void {
    if (live(was) && was?.id !== is.id) throw new Broken(`${is.person} had a live registration, and it was written over`);
    const joined = is.status === "waitlisted" && was?.status !== "waitlisted";
    if (joined) this.#since.set(is.person, this.step);
    const straight = is.status === "confirmed" && was?.status !== "offered" && was?.status !== "confirmed";
    // Who waits together is offered a seat in the leader's place.
    const offered = is.status === "offered" && was?.status === "waitlisted" && !was.together;
    this.registrations.set(is.person, is);
    if (offered) this.#inOrder(is, this.seats, (other, since) => since < this.step && placeOf(other) < placeOf(is));
    if (straight && !is.code && is.consent.source !== "transfer") this.#inOrder(is, this.#before, () => true);
  }

  /** Nobody waits longer whom a seat fits at the instant in which another gets one. */
  #inOrder(
    lucky: RegistrationRecord,
    seats: SeatsRecord | undefined,
    first: (other: RegistrationRecord, since: number) => boolean,
  ): void {
    for (const { registration, since } of this.waiting())
      if (
        registration.person !== lucky.person &&
        seats &&
        fullQuotas(seats, registration.ticket, registration.party).length === 0 &&
        first(registration, since)
      )
        throw new Broken(`${lucky.person} was seated before ${registration.person}, who waited and whom a seat fitted`);
  }

  waiting(): Waiting[] {
    return [...this.registrations.values()]
      .filter(({ status, together }) => status === "waitlisted" && !together)
      .map((registration) => ({ registration, since: this.#since.get(registration.person) ?? 0 }));
  }

  /** After a step: what is counted is what there is. */
  reckon(): void {
    const { seats } = this;
    if (!seats) return;
    const all = [...this.registrations.values()];
    const held = [...this.codes.values()].filter(({ holds, endedAt }) => holds && !endedAt);
    const of = (ticket?: string) =>
      all.filter((r) => seated(r) && (ticket === undefined || (r.ticket ?? "general") === ticket)).length +
      held.filter((code) => ticket === undefined || code.ticket === ticket).reduce((sum, { uses, used }) => sum + uses - used, 0);
    const queued = (ticket?: string) =>
      all.filter((r) => r.status === "waitlisted" && (ticket === undefined || (r.ticket ?? "general") === ticket)).length;
    const same = (what: string, counted: number | undefined, there: number) => {
      if ((counted ?? 0) !== there) throw new Broken(`${what} is counted as ${counted}, and there are ${there}`);
    };
    same("taken", seats.taken, of());
    same("waiting", seats.waiting, queued());
    const tickets = seats.tickets ? [...seats.tickets.map(({ id }) => id), "general"] : [];
    for (const id of tickets) {
      same(`sold ${id}`, seats[`sold_${id}`], of(id));
      same(`waiting ${id}`, seats[`waiting_${id}`], queued(id));
    }
    this.#undivided();
    for (const [name, people] of Object.entries(seats)) {
      const [, ticket, size] = /^party_([a-z0-9]+)_(\d+)$/.exec(name) ?? [];
      const leaders = all.filter(
        (r) => r.status === "waitlisted" && r.party === Number(size) && (r.ticket ?? "general") === ticket,
      );
      if (ticket) same(name, Number(people), leaders.length * Number(size));
    }
    for (const quota of quotasOf(seats))
      same(
        `taken ${quota}`,
        seats[`taken_${quota}`],
        tickets.filter((id) => planOf(seats, id).quotas.includes(quota)).reduce((sum, id) => sum + of(id), 0),
      );
  }

  /** Those who wait together do so in the leader's place, all of them. */
  #undivided(): void {
    const all = [...this.registrations.values()];
    for (const leader of all.filter(({ party }) => party)) {
      const others = all.filter((r) => r.together && r.leader === leader.person && r.status === "waitlisted");
      if (leader.status !== "waitlisted" || others.length + 1 !== leader.party)
        throw new Broken(`${leader.person} waits with ${others.length} others as a group of ${leader.party}`);
    }
    for (const { person, leader, together, status } of all)
      if (together && (status !== "waitlisted" || !this.registrations.get(leader ?? "")?.party))
        throw new Broken(`${person} waits in a place that is none`);
  }

  /** Once all reactions have run: nobody waits whom a seat fits. */
  settled(): void {
    const { seats } = this;
    if (!seats || seats.draw === "open" || seats.draw === "drawing") return;
    for (const { registration } of this.waiting())
      if (fullQuotas(seats, registration.ticket, registration.party).length === 0)
        throw new Broken(`a seat is idle while ${registration.person} waits whom it fits`);
  }
}

const quotasOf = (seats: SeatsRecord) =>
  Object.keys(seats)
    .filter((name) => name.startsWith("size_"))
    .map((name) => name.slice("size_".length));
