import * as z from "zod";
import { choseTopic, forSeries, mailKey } from "../campaign/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { errorFacts } from "../platform/log.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import type { Pace } from "../platform/mail/pace.ts";
import { MailPending } from "../platform/mail/record.ts";
import { ConditionFailed } from "../platform/table.ts";
import { homeZone, localTime } from "../platform/zone.ts";
import { Digest, type DigestRecord } from "./entity.ts";
import { digestLetter } from "./letter.ts";
import { type Listed, listedSince } from "./recent.ts";

const [minute, day] = [60_000, 86_400_000];
/** The public lists are read by an index, which may be behind: what is younger is left to the next window. */
const lag = 10 * minute;
/** Nobody is told of what is older. */
const oldest = 28 * day;
/** A mail names so many; the others stay for the next one. */
const most = 30;
const hour = 9;

const iso = (at: number) => new Date(at).toISOString();

/** The latest Monday whose ninth hour has come by a clock: `2026-12-07`. */
export function weekOf(now: Date, timeZone: string): string {
  const local = Date.parse(`${localTime(now.toISOString(), timeZone)}:00Z`) - hour * 60 * minute;
  const weekday = (new Date(local).getUTCDay() + 6) % 7;
  return iso(local - weekday * day).slice(0, 10);
}

const Options = z.object({
  milliseconds: z.number(),
  /** Milliseconds of silence after a lost answer, past which `afterSilence` applies: `ask` never sends again. */
  silence: z.number(),
  afterSilence: z.enum(["ask", "resend"]),
  pace: z.custom<Pace>((value) => typeof value === "function"),
});

/** Sends everybody who chose so the mail of their week, once, however often this runs or is killed. */
export const sendDigests = command({
  input: Options,
  access: "system",
  async run(ctx, { milliseconds, silence, afterSilence, pace }): Promise<{ sent: number }> {
    const now = ctx.now().getTime();
    const until = now + milliseconds;
    let recent: Promise<Listed[]> | undefined;
    const asks = new Map<string, Ask>();
    const ask: Work["ask"] = async (series) => {
      const made = asks.get(series) ?? (await forSeries(ctx, series, "listings"));
      asks.set(series, made);
      return made;
    };
    const work = {
      ...{ silence: afterSilence === "ask" ? Number.POSITIVE_INFINITY : silence, pace, ask },
      recent: () => (recent ??= listedSince(ctx, iso(now - oldest))),
    };
    let [sent, refusals] = [0, 0];
    for await (const person of choseTopic(ctx, "listings")) {
      if (ctx.now().getTime() >= until || refusals >= 5) break;
      try {
        if (await tell(ctx, person, work)) sent++;
        refusals = 0;
      } catch (error) {
        if (error instanceof MailDeferred) refusals += error.by === "transport" ? 1 : 0;
        else if (!(error instanceof MailPending || error instanceof ConditionFailed))
          ctx.log.error("listing digest: a mail failed", { person, ...errorFacts(error) });
      }
    }
    return { sent };
  },
});

type Ask = Awaited<ReturnType<typeof forSeries>>;
interface Work {
  readonly silence: number;
  readonly pace: Pace;
  ask(series: string): Promise<Ask>;
  recent(): Promise<Listed[]>;
}

const zoneOf = (reader: Awaited<ReturnType<Ask>>) => (typeof reader !== "string" && reader.timeZone) || homeZone;

/** @returns whether a mail went */
async function tell(ctx: Ctx, person: string, work: Work): Promise<boolean> {
  const before = await Digest.find(ctx, { person });
  // Nobody's week begins before it does at UTC+14, so that most are done here.
  if (before?.status === "done" && before.week >= weekOf(ctx.now(), "Pacific/Kiritimati")) return false;
  if (before?.status === "planned") return send(ctx, before, work);
  const reader = await (await work.ask("listings-next"))(person);
  const week = weekOf(ctx.now(), zoneOf(reader));
  if (typeof reader === "string" || (before && before.week >= week)) return false;
  if (!before) {
    // Whoever has just chosen it is told from the next Monday on, of what came since.
    const start = iso(ctx.now().getTime() - lag);
    const record = { person, week, from: start, to: start, listings: [], status: "done" } as const;
    await ctx.table.write([Digest.create(ctx, record)], "");
    return false;
  }
  const planned = await plan(ctx, before, { person, week, chains: reader.chains, all: await work.recent() });
  return planned.status === "planned" && send(ctx, planned, work);
}

/** Sends what the plan says, under the key of its week. */
async function send(ctx: Ctx, planned: DigestRecord & Stored, { ask, recent, pace, silence }: Work): Promise<boolean> {
  const { person, week } = planned;
  const series = `listings-${week}`;
  const mayNow = await ask(series);
  if ((await mayNow(person)) === "quiet") return false;
  const named = new Set(planned.listings.map(({ id }) => id));
  const listings = (await recent()).filter(({ id }) => named.has(id));
  let to: Parameters<typeof digestLetter>[1] | undefined;
  const hold = async () => {
    const found = await mayNow(person);
    if (typeof found === "string") return found;
    to = found;
    return listings.length ? undefined : "gone";
  };
  const message = () => {
    if (!to) throw new Error("a mail is written for somebody who was not looked up");
    return digestLetter(ctx, to, listings);
  };
  const done = (patch: Partial<DigestRecord> = {}) =>
    ctx.table.write([Digest.change(ctx, planned, { ...patch, status: "done" })], "");
  await pace(ctx);
  try {
    const job = { key: mailKey(series, person), template: "listing-digest", campaignId: series, person, message, silence, hold };
    const status = await sendOnce(ctx, job);
    // What was withheld is told next week: its window stays open.
    await done(status === "excluded" ? { to: planned.from } : {});
    return status === "accepted";
  } catch (error) {
    // Nobody knows whether it went, and nobody will say so any more: it is not sent twice.
    if (error instanceof MailPending && week < weekOf(ctx.now(), homeZone)) await done();
    throw error;
  }
}

interface Planning {
  readonly person: string;
  readonly week: string;
  readonly chains: readonly string[];
  readonly all: readonly Listed[];
}

/** Writes down what the mail of a week says before it goes. Nothing new: the week is done. */
async function plan(ctx: Ctx, before: DigestRecord & Stored, { person, week, chains, all }: Planning) {
  const now = ctx.now().getTime();
  const from = before.to;
  const any = !chains.length || chains.includes("all");
  const fresh = all.filter(
    ({ chain, listedAt }) => listedAt > from && listedAt <= iso(now - lag) && (any || chains.includes(chain)),
  );
  const listings = fresh.slice(0, most).map(({ kind, id }) => ({ kind, id }));
  const end = fresh.length > most ? (fresh[most - 1]?.listedAt ?? from) : iso(now - lag);
  const record: DigestRecord = { person, week, from, to: end, listings, status: listings.length ? "planned" : "done" };
  const write = Digest.change(ctx, before, record);
  await ctx.table.write([write], "");
  return Digest.read(write.put ?? {});
}
