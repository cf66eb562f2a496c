import {
  acceptOffer,
  approveRegistration,
  cancelRegistration,
  createActivity,
  createCode,
  editActivity,
  endCode,
  enterRegistrations,
  getActivity,
  nameCompanion,
  publishActivity,
  register,
  registerGroup,
  removeCompanion,
  saveForm,
  takeOver,
} from "@lingxi/core/activity";
import {
  drawLotteries,
  expireCodes,
  expireOffers,
  offerSeats,
  type RegistrationFact,
  type Telling,
  tellPerson,
} from "@lingxi/core/activity/reactions";
import type { Actor } from "@lingxi/core/platform/actor";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { MailPending, recordFeedback } from "@lingxi/core/platform/mail/record";
import { eventsOf } from "../../../events/src/catalog.ts";
import { subscriptions } from "../../../events/src/names.ts";
import { registrationToken, transferToken } from "../../../packages/core/src/activity/link.ts";
import { chance } from "../../support/faults.ts";
import { clientOf, Injected } from "./client.ts";
import { grouped, rearranged, resized, rush } from "./edits.ts";
import type { Ground } from "./ground.ts";
import type { Guard } from "./guards.ts";
import { type Act, contentOf, type Schedule } from "./steps.ts";
import { turns } from "./turns.ts";
import { Broken, Watch } from "./watch.ts";

const organiser: Actor = { kind: "staff", id: "stf_organiser", roles: ["organiser"] };
const anyone: Actor = { kind: "public" };
const system: Actor = { kind: "system", name: "test" };
const hour = 3_600_000;
const silence = 120_000;

interface Pending {
  readonly id: string;
  readonly name: string;
  readonly data: object;
}

export interface Options {
  /** Mails too, by the real ledger; they cost more than all else. */
  readonly mails: boolean;
  readonly guard?: Guard | undefined;
  /** People come in groups as well. */
  readonly groups: boolean;
  /** Where the clock of this schedule begins: no schedule's open offers are due in another one. */
  readonly from: Date;
  /** Makes ids; the same seed makes the same. */
  readonly name: string;
  log?(line: string): void;
}

/** Takes the steps of one schedule on the real table. @throws Broken when an invariant is, at the step where it shows */
export async function take(ground: Ground, plan: Schedule, options: Options): Promise<void> {
  const random = chance(plan.seed);
  const watch = new Watch();
  const turn = turns(random);
  const { guard, mails: withMails, log = () => {} } = options;
  let now = options.from;
  let ids = 0;
  let calm = false;
  const pending: Pending[] = [];
  const sent = new Map<string, number>();
  const heard = new Set<string>();
  const latest = new Map<string, string>();
  const tellings = new Map<string, string>();

  const shared = {
    now: () => now,
    newId: (prefix: string) => `${prefix}_${options.name}${String(++ids).padStart(26 - options.name.length, "0")}`,
    async send({ key }: { key: string }) {
      sent.set(key, (sent.get(key) ?? 0) + 1);
      return { messageId: key };
    },
  };

  const ctx = (actor: Actor): Ctx => ground.ctx(clientOf({ ground, plan, random, turn, guard, calm }), actor, shared);
  const quiet = (): Ctx => ground.ctx(ground.client, anyone, shared);

  /** An operation, and whether it ended. A refusal is an end; what was injected is none. */
  async function attempt(work: () => Promise<unknown>): Promise<"done" | "refused" | "failed"> {
    try {
      await work();
      return "done";
    } catch (error) {
      if (error instanceof Broken) throw error;
      if (error instanceof DomainError) return error.reason === "table.busy" ? "failed" : "refused";
      if (error instanceof Injected || error instanceof MailPending) return "failed";
      if (error instanceof Error && ["ThrottlingException", "TimeoutError"].includes(error.name)) return "failed";
      throw error;
    }
  }

  /** Reads the stream: the watch sees each change once and in order, the reactions get events from it. */
  function follow(): void {
    for (const told of ground.changes()) {
      watch.see(told);
      eventsOf(told).forEach(({ name, data }, n) => {
        const id = `${options.name}-${told.sequence}${n ? `-${n}` : ""}`;
        if (subscriptions["offer-freed-seat"]?.events.includes(name) || subscriptions["send-ticket"]?.events.includes(name))
          pending.push({ id, name, data });
        if (name !== "activity.link-asked" && "registrationId" in data) {
          latest.set((data as RegistrationFact).person, id);
          tellings.set(id, name.slice("activity.".length));
        }
      });
    }
    watch.reckon();
  }

  async function react({ id, name, data }: Pending): Promise<"done" | "refused" | "failed"> {
    const results: ("done" | "refused" | "failed")[] = [];
    if (subscriptions["offer-freed-seat"]?.events.includes(name)) {
      const ended = await attempt(() => offerSeats(ctx(system), { activityId }));
      results.push(ended === "failed" && guard?.trustsIndex ? "done" : ended);
    }
    if (withMails && subscriptions["send-ticket"]?.events.includes(name))
      results.push(
        await attempt(() =>
          tellPerson(ctx(system), {
            eventId: id,
            telling: name.slice("activity.".length) as Telling,
            silence,
            ...(data as RegistrationFact),
          }),
        ),
      );
    return results.includes("failed") ? "failed" : "done";
  }

  /** Delivers what waits, in any order and now and then twice; what failed comes again. */
  async function deliver(share: number): Promise<void> {
    const batch = pending.splice(0).map((event) => ({ event, at: random() }));
    for (const { event } of batch.toSorted((a, b) => a.at - b.at)) {
      if (random() >= share) {
        pending.push(event);
        continue;
      }
      if (random() < plan.again) await react(event);
      const ended = await react(event);
      if (ended === "failed" && !guard?.forgets) pending.push(event);
      follow();
    }
  }

  /** The transport's own events come in time: what it took is known before the window of silence is over. */
  async function hear(): Promise<void> {
    for (const key of sent.keys())
      if (!heard.has(key)) await recordFeedback(ground.ctx(ground.client, system, shared), key, "delivered");
    for (const key of sent.keys()) heard.add(key);
  }

  /** Lets everything run to its end, faults and all, and then without them. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 3 && pending.length; round++) await deliver(1);
    calm = true;
    await hear();
    if (withMails) now = new Date(now.getTime() + silence + 1000);
    for (let round = 0; pending.length; round++) {
      if (round > 50) throw new Broken(`${pending.length} events are never done with: ${pending[0]?.name}`);
      await deliver(1);
    }
    follow();
    watch.settled();
    if (withMails) told();
    calm = false;
  }

  /** Every change that stands was told once, and none twice. */
  function told(): void {
    for (const [key, times] of sent) if (times > 1) throw new Broken(`the mail ${key} was sent ${times} times`);
    for (const { person, status, email } of watch.registrations.values()) {
      const id = latest.get(person);
      if (email && id && !sent.has(`${id}-${tellings.get(id)}`)) throw new Broken(`${person} was not told of being ${status}`);
    }
  }

  const content = contentOf(plan, options.from);
  calm = true;
  const { id: activityId } = await createActivity(ctx(organiser), content as Parameters<typeof createActivity>[1]);
  await publishActivity(ctx(organiser), { activityId, version: 1 });
  if (options.groups) await saveForm(ctx(organiser), { activityId, number: 0, questions: [], group: 3 });
  calm = false;
  follow();

  const address = (who: number) => `p${who}@example.com`;
  const someone = (who: number) => ({ name: `人${who}`, organisation: "示例", email: address(who) });
  const digest = (who: number) => quiet().keys.digest("person", address(who));
  const of = (who: number) => watch.registrations.get(digest(who));
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  /** Somebody in this state, if anyone is. */
  const oneWho = (status: string, n: number) =>
    pick(
      [...watch.registrations.values()].filter((r) => r.status === status),
      n,
    );

  /** What an act does now; nothing where nobody is there to do it. */
  function operation({ what, who, other, size }: Act): (() => Promise<unknown>) | undefined {
    const tickets = watch.seats?.tickets;
    const ticket = tickets ? pick(tickets, other)?.id : undefined;
    switch (what) {
      case "register": {
        const code = pick(
          [...watch.codes.values()].filter((c) => !c.endedAt),
          other,
        );
        const by = code && size === 0 ? { code: code.code } : ticket ? { ticket } : {};
        return () => register(ctx(anyone), { activityId, ...someone(who), consent: true, ...by });
      }
      case "cancel":
      case "give-up":
      case "decline": {
        const found = what === "cancel" ? of(who) : oneWho(what === "decline" ? "offered" : "confirmed", who);
        return found && (() => cancelRegistration(ctx(anyone), { token: registrationToken(quiet(), found) }));
      }
      case "accept": {
        const found = oneWho("offered", who);
        return found && (() => acceptOffer(ctx(anyone), { token: registrationToken(quiet(), found) }));
      }
      case "approve": {
        const found = oneWho("requested", who) as (ReturnType<typeof of> & { version: number }) | undefined;
        return found && (() => approveRegistration(ctx(organiser), { activityId, person: found.person, version: found.version }));
      }
      case "transfer": {
        const found = oneWho("confirmed", who);
        const token = found && transferToken(quiet(), found);
        return token ? () => takeOver(ctx(anyone), { token, ...someone(other), consent: true }) : undefined;
      }
      case "group": {
        const kind = tickets && pick(tickets, other)?.id;
        const companions = size > 3 ? [someone(other)] : [];
        const group = { activityId, ...someone(who), size: 2 + (size % 2), companions, split: size === 5, consent: true };
        return () => registerGroup(ctx(anyone), { ...group, ...(kind ? { ticket: kind } : {}) });
      }
      case "group-leaves":
      case "group-names": {
        const leader = pick(
          [...watch.registrations.values()].filter(({ leads, status }) => leads?.length && status !== "cancelled"),
          who,
        );
        const companion = pick(leader?.leads ?? [], other)?.id;
        if (!leader || !companion) return undefined;
        const seat = { token: registrationToken(quiet(), leader), companion };
        if (what === "group-leaves") return () => removeCompanion(ctx(anyone), seat);
        return () => nameCompanion(ctx(anyone), { ...seat, ...someone(other) });
      }
      case "quota":
        return () => edit((row) => resized(row, other, size), size % 2 === 0);
      case "tickets":
        return tickets && (() => edit((row) => rearranged(row, other), true));
      case "rush":
        return undefined;
      case "offer":
        return () => offerSeats(ctx(system), { activityId });
      case "import":
        return () =>
          enterRegistrations(ctx(organiser), {
            activityId,
            basis: "asked",
            rows: [someone(who), someone(other)],
            ...(ticket ? { ticket } : {}),
          });
      case "code":
        return ticket
          ? () => createCode(ctx(organiser), { activityId, code: `CODE${who}`, ticket, uses: 1 + (size % 2), holds: size > 1 })
          : undefined;
      case "end-code": {
        const found = pick([...watch.codes.values()], who) as { code: string; version: number } | undefined;
        return found && (() => endCode(ctx(organiser), { activityId, code: found.code, version: found.version }));
      }
      case "clock":
        return async () => {
          await expireOffers(ctx(system), {});
          await expireCodes(ctx(system), {});
          await drawLotteries(ctx(system), {});
        };
    }
  }

  type Row = Awaited<ReturnType<typeof getActivity>>;
  async function edit(change: (row: Row) => Partial<Row>, byName: boolean): Promise<void> {
    const row = await getActivity(ctx(organiser), { activityId });
    const next = { ...row, ...change(row) };
    const overbooked = byName ? ["whole", ...(next.quotas ?? []).map(({ id }) => id)] : [];
    await editActivity(ctx(organiser), { ...next, activityId, overbooked });
  }

  await steps();

  async function steps(): Promise<void> {
    for (const [n, together] of plan.steps.entries()) {
      watch.step = n + 1;
      watch.byName = together.some(({ what, size }) => (what === "quota" && size % 2 === 0) || what === "tickets");
      now = new Date(now.getTime() + 1000);
      if (together.some(({ what }) => what === "clock")) await hear();
      if (together.some(({ what }) => what === "clock")) now = new Date(now.getTime() + 25 * hour);
      const operations = together
        .flatMap(rush)
        .map((act) => (options.groups ? grouped(act) : act))
        .map(operation)
        .filter((one) => one !== undefined);
      log(`${n + 1}: ${together.map(({ what, who, other, size }) => `${what} ${who} ${other} ${size}`).join(" with ")}`);
      await turn.run(operations.map((one) => () => attempt(one).then((ended) => log(`   ${ended}`))));
      follow();
      await deliver(plan.deliver);
      if (n % 10 === 9) await settle();
    }
  }
}
