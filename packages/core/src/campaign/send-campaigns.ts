import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { gathering } from "../platform/gather.ts";
import { errorFacts } from "../platform/log.ts";
import { Lanes } from "../platform/mail/lanes.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import type { Pace } from "../platform/mail/pace.ts";
import { findMail, isSettled, MailPending, type MailRecord } from "../platform/mail/record.ts";
import { othersSending } from "./cap.ts";
import {
  Campaign,
  type CampaignRecord,
  type ContactRecord,
  campaignsIn,
  Snapshot,
  type SnapshotPage,
  type SnapshotRow,
  Trouble,
} from "./entity.ts";
import { freeze } from "./freeze.ts";
import { lettersOf } from "./letter.ts";
import { mailKey } from "./mail-key.ts";
import type { MadeMails } from "./make-mails.ts";
import { verdict } from "./policy.ts";
import { madeMails } from "./read-made.ts";
import { recipientNow } from "./recipient.ts";
import { rulesNow } from "./sending-rules.ts";
import type { SendingRules } from "./sending-schema.ts";
import { startDue } from "./start-due.ts";
import { throttle } from "./throttle.ts";
import { unlessTaken } from "./unless-taken.ts";
import { beginZones, waiting } from "./waves.ts";

const atOnce = 20;
/** So many states of mails are read in one round trip. */
const readAtOnce = 100;
/** How stale the knowledge of a pause may be; a pause has to take effect within two seconds. */
const lookMilliseconds = 500;
/** So often it is looked which other notifications are being sent. */
const othersEvery = 2000;
/** So many refusals to take a mail just now, one after another, end a run: the next one tries again. */
const patience = 5;

const Options = z.object({
  campaignId: z.string().optional(),
  /** How long this run may last. */
  milliseconds: z.number(),
  /** Milliseconds of silence after a lost answer, past which `afterSilence` applies. */
  silence: z.number(),
  /** `ask` leaves a mail of unknown fate to a person; `resend` sends it again, where every mail is known to make an event. */
  afterSilence: z.enum(["ask", "resend"]),
  pace: z.custom<Pace>((value) => typeof value === "function"),
});
type Options = z.output<typeof Options>;

/**
 * Works off the campaigns that are being sent, until nothing is left to do or the time is over. Any number of these may run
 * at once and be killed anywhere: the claim of each mail in the ledger is what makes it one.
 */
export const sendCampaigns = command({
  input: Options,
  access: "system",
  async run(ctx, options): Promise<{ sent: number; finished: number }> {
    const until = ctx.now().getTime() + options.milliseconds;
    const total = { sent: 0, finished: 0 };
    if (!options.campaignId) await startDue(ctx);
    const { items } = options.campaignId
      ? { items: [await Campaign.find(ctx, { id: options.campaignId })] }
      : await Campaign.list(ctx, { index: "byState", pk: campaignsIn("sending"), limit: 100 });
    for (const found of items) {
      const frozen = found?.status === "sending" ? await freeze(ctx, found) : undefined;
      const campaign = frozen && (await beginZones(ctx, frozen));
      if (!campaign || ctx.now().getTime() >= until) continue;
      const means = { ...options, rules: await rulesNow(ctx), until };
      const run = new Run(ctx, campaign, await madeMails(ctx, campaign), means);
      if (await run.all()) total.finished++;
      total.sent += run.sent;
    }
    return total;
  },
});

type Means = Options & { readonly rules: SendingRules; readonly until: number };
interface Place {
  readonly row: SnapshotRow;
  readonly mail: MailRecord | undefined;
}

/** One worker on one campaign. */
class Run {
  sent = 0;
  readonly #ctx: Ctx;
  /** What workers ask for at the same time is read together. */
  readonly #reads: Ctx;
  readonly #campaign: CampaignRecord & Stored;
  readonly #means: Means;
  readonly #lanes: Lanes;
  #rules: SendingRules;
  #waits: (row: SnapshotRow) => boolean;
  readonly #ticket: (ctx: Ctx) => Promise<boolean>;
  readonly #letterTo: ReturnType<typeof lettersOf>;
  #looked: number;
  #going = true;
  #refusals = 0;
  /** The notification's own limit for this minute is reached. */
  #spent = false;
  /** Somebody was passed over whose domain is slow to answer. */
  #passedOver = false;
  #others: readonly string[] = [];
  #sawOthers = Number.NEGATIVE_INFINITY;
  /** How many of the audience are settled, as far as this run knows. */
  #reached = 0;

  constructor(ctx: Ctx, campaign: CampaignRecord & Stored, made: MadeMails["mails"], means: Means) {
    this.#ctx = ctx;
    this.#reads = gathering(ctx);
    this.#campaign = campaign;
    this.#means = means;
    this.#lanes = new Lanes(this.#reads);
    this.#rules = means.rules;
    this.#waits = waiting(ctx, campaign, means.rules.quiet);
    this.#ticket = throttle(campaign.id, campaign.perMinute);
    this.#letterTo = lettersOf(ctx, campaign, made);
    this.#looked = ctx.now().getTime();
  }

  /** @returns whether the campaign is finished: every row of its snapshot is settled, and they add up */
  async all(): Promise<boolean> {
    await this.#surroundings();
    let settled = await this.#round("quick");
    if (this.#passedOver && !this.#stopped()) settled = await this.#round("slow");
    return settled === this.#campaign.frozen?.included && this.#finish();
  }

  /** Goes through the audience once; those whose domain is slow to answer are left to a second time. @returns how many are settled */
  async #round(speed: "quick" | "slow"): Promise<number> {
    const { id: campaignId, frozen } = this.#campaign;
    if (!frozen) return -1;
    let settled = 0;
    this.#reached = 0;
    for (let page = 0; page < frozen.pages && !this.#stopped(); page++) {
      const found = await Snapshot.find(this.#ctx, { campaignId, snapshot: frozen.snapshot, page });
      if (!found) throw new Error("a page of the snapshot is missing");
      const rows = found.rows.filter((row) => !row.x);
      if (found.settled) this.#reached += rows.length;
      if (found.settled || (await this.#page(found, rows, speed))) settled += rows.length;
    }
    return settled;
  }

  async #page(page: SnapshotPage & Stored, rows: readonly SnapshotRow[], speed: "quick" | "slow"): Promise<boolean> {
    const due = rows.filter((row) => !this.#waits(row));
    let settled = 0;
    for (let from = 0; from < due.length && !this.#stopped(); from += readAtOnce) {
      const some = due.slice(from, from + readAtOnce);
      const mails = await Promise.all(some.map(({ p }) => findMail(this.#reads, mailKey(this.#campaign.id, p))));
      const line = some.map((row, i): Place => ({ row, mail: mails[i] }));
      const worker = async () => {
        for (let place = this.#next(line, speed); place; place = this.#next(line, speed)) if (await this.#place(place)) settled++;
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, line.length) }, worker));
    }
    const done = settled === rows.length;
    if (done) await unlessTaken(this.#ctx.table.write([Snapshot.change(this.#ctx, page, { settled: true })], ""));
    return done;
  }

  /** Takes the next one out of the line whose domain is free. Who is left in it has to wait. */
  #next(line: Place[], speed: "quick" | "slow"): Place | undefined {
    for (const [i, { row, mail }] of line.entries()) {
      const state = mail && isSettled(mail.status) ? "go" : this.#lanes.state(row.d);
      if (state === "slow" && speed === "quick") this.#passedOver = true;
      if (state === "go" || (state === "slow" && speed === "slow")) return line.splice(i, 1)[0];
    }
    return undefined;
  }

  /** @returns whether this person's mail is settled */
  async #place({ row, mail }: Place): Promise<boolean> {
    if (mail && isSettled(mail.status)) {
      this.#reached++;
      return true;
    }
    if (this.#waits(row) || (mail && !this.#mayTake(mail))) return false;
    this.#lanes.enter(row.d);
    try {
      return (await this.#mayGoOn()) && (await this.#turn()) && (await this.#one(row));
    } finally {
      this.#lanes.leave(row.d);
    }
  }

  /** Waits for the account's turn, and takes one of the notification's own limit. */
  async #turn(): Promise<boolean> {
    if (this.#spent || !(await this.#ticket(this.#ctx))) {
      this.#spent = true;
      return false;
    }
    await this.#means.pace(this.#ctx);
    return this.#mayGoOn();
  }

  async #one({ p: person, d: lane }: SnapshotRow): Promise<boolean> {
    const { id: campaignId } = this.#campaign;
    const key = mailKey(campaignId, person);
    try {
      const template = `campaign-${this.#campaign.revision}`;
      const silence = this.#means.afterSilence === "ask" ? Number.POSITIVE_INFINITY : this.#means.silence;
      let recipient: ContactRecord | undefined;
      const hold = async () => {
        const asking = { campaign: this.#campaign, cap: this.#rules.cap, others: this.#others };
        const answer = await recipientNow(this.#reads, asking, person);
        if (typeof answer === "string") return answer;
        recipient = answer;
        return undefined;
      };
      const message = () => {
        if (!recipient) throw new Error("a mail is written for somebody who was not looked up");
        return this.#letterTo(recipient);
      };
      const job = { key, template, campaignId, person, message, silence, hold };
      const status = await this.#lanes.timed(lane, () => sendOnce(this.#ctx, job));
      this.#refusals = 0;
      if (status === "accepted") {
        this.sent++;
        await this.#lanes.took(lane);
      }
      if (isSettled(status)) this.#reached++;
      return isSettled(status);
    } catch (error) {
      if (error instanceof MailDeferred && error.by === "domain") await this.#lanes.refused(lane);
      else if (error instanceof MailDeferred) this.#refusals++;
      else if (!(error instanceof MailPending))
        this.#ctx.log.error("campaign: a mail failed", { campaignId, key, ...errorFacts(error) });
      return false;
    }
  }

  #mayTake({ status, claimedAt }: MailRecord): boolean {
    if (status === "deferred") return true;
    const age = this.#ctx.now().getTime() - new Date(claimedAt).getTime();
    return this.#means.afterSilence === "resend" && age >= this.#means.silence;
  }

  /** Nothing more goes in this run. */
  #stopped(): boolean {
    return !this.#going || this.#spent || this.#refusals >= patience || this.#ctx.now().getTime() >= this.#means.until;
  }

  async #mayGoOn(): Promise<boolean> {
    if (this.#stopped()) return false;
    const now = this.#ctx.now().getTime();
    if (now - this.#looked >= lookMilliseconds) {
      this.#looked = now;
      this.#going = await this.#look();
    }
    return this.#going;
  }

  /** Whether it is still to be sent: nobody paused it, and not too many mails came back or were reported. */
  async #look(): Promise<boolean> {
    const { id: campaignId } = this.#campaign;
    const [current, trouble] = await Promise.all([
      Campaign.find(this.#reads, { id: campaignId }),
      Trouble.find(this.#reads, { campaignId }),
    ]);
    this.#rules = await rulesNow(this.#reads);
    this.#waits = waiting(this.#ctx, this.#campaign, this.#rules.quiet);
    await this.#surroundings();
    if (current?.status !== "sending") return false;
    const met = { bounced: trouble?.bounced?.size ?? 0, complained: trouble?.complained?.size ?? 0 };
    const heldBecause = verdict(this.#reached, met);
    if (!heldBecause || (current.tolerated && heldBecause !== "blocked")) return true;
    await unlessTaken(this.#ctx.table.write([Campaign.change(this.#ctx, current, { status: "paused", heldBecause })], ""));
    return false;
  }

  /** What else is being sent, and which domains are slowed down. */
  async #surroundings(): Promise<void> {
    const now = this.#ctx.now().getTime();
    if (this.#rules.cap && now - this.#sawOthers >= othersEvery) {
      this.#sawOthers = now;
      this.#others = await othersSending(this.#ctx, this.#campaign.id);
    }
    await this.#lanes.look();
  }

  async #finish(): Promise<boolean> {
    const current = await Campaign.find(this.#ctx, this.#campaign);
    if (current?.status !== "sending") return current?.status === "finished";
    const endedAt = this.#ctx.now().toISOString();
    return unlessTaken(this.#ctx.table.write([Campaign.change(this.#ctx, current, { status: "finished", endedAt })], ""));
  }
}
