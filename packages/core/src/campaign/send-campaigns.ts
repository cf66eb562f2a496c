import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { gathering } from "../platform/gather.ts";
import { errorFacts } from "../platform/log.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import type { Pace } from "../platform/mail/pace.ts";
import { findMail, isSettled, MailPending, type MailRecord } from "../platform/mail/record.ts";
import { ConditionFailed } from "../platform/table.ts";
import { consentsTo } from "./audience.ts";
import {
  Campaign,
  type CampaignRecord,
  Contact,
  type ContactRecord,
  campaignsIn,
  Snapshot,
  type SnapshotPage,
  Suppression,
  Trouble,
} from "./entity.ts";
import { freeze } from "./freeze.ts";
import { lettersOf } from "./letter.ts";
import { mailKey } from "./mail-key.ts";
import { verdict } from "./policy.ts";
import { asChosen, follows, refusalOf, together } from "./refusal.ts";
import type { Exclusion } from "./schema.ts";
import { startDue } from "./start-due.ts";
import { topicOf } from "./topics-schema.ts";

const atOnce = 16;
/** So many states of mails are read in one round trip. */
const readAtOnce = 100;
/** How stale the knowledge of a pause may be; a pause has to take effect within two seconds. */
const lookMilliseconds = 500;
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
      const campaign = found?.status === "sending" ? await freeze(ctx, found) : undefined;
      if (!campaign || ctx.now().getTime() >= until) continue;
      const run = new Run(ctx, campaign, options, until);
      if (await run.all()) total.finished++;
      total.sent += run.sent;
    }
    return total;
  },
});

/** One worker on one campaign. */
class Run {
  sent = 0;
  readonly #ctx: Ctx;
  /** What workers ask for at the same time is read together. */
  readonly #reads: Ctx;
  readonly #campaign: CampaignRecord & Stored;
  readonly #options: Options;
  readonly #until: number;
  readonly #letterTo: ReturnType<typeof lettersOf>;
  #looked: number;
  #going = true;
  #refusals = 0;
  /** How many of the audience are settled, as far as this run knows. */
  #reached = 0;

  constructor(ctx: Ctx, campaign: CampaignRecord & Stored, options: Options, until: number) {
    this.#ctx = ctx;
    this.#reads = gathering(ctx);
    this.#campaign = campaign;
    this.#options = options;
    this.#until = until;
    this.#letterTo = lettersOf(ctx, campaign);
    this.#looked = ctx.now().getTime();
  }

  /** @returns whether the campaign is finished: every row of its snapshot is settled, and they add up */
  async all(): Promise<boolean> {
    const { id: campaignId, frozen } = this.#campaign;
    if (!frozen) return false;
    let settled = 0;
    for (let page = 0; page < frozen.pages; page++) {
      const rows = await Snapshot.find(this.#ctx, { campaignId, snapshot: frozen.snapshot, page });
      if (!rows) throw new Error("a page of the snapshot is missing");
      const people = rows.rows.filter((row) => !row.x).map((row) => row.p);
      if (rows.settled) this.#reached += people.length;
      if (rows.settled || (await this.#page(rows, people))) settled += people.length;
    }
    return settled === frozen.included && this.#finish();
  }

  async #page(page: SnapshotPage & Stored, people: readonly string[]): Promise<boolean> {
    let open = 0;
    for (let from = 0; from < people.length; from += readAtOnce) {
      const some = people.slice(from, from + readAtOnce);
      const mails = await Promise.all(some.map((person) => findMail(this.#reads, mailKey(this.#campaign.id, person))));
      let next = 0;
      const worker = async () => {
        for (let i = next++; i < some.length; i = next++) if (!(await this.#one(some[i] ?? "", mails[i]))) open++;
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, some.length) }, worker));
    }
    if (open === 0) await unlessTaken(this.#ctx.table.write([Snapshot.change(this.#ctx, page, { settled: true })], ""));
    return open === 0;
  }

  /** @returns whether this person's mail is settled */
  async #one(person: string, mail: MailRecord | undefined): Promise<boolean> {
    const { id: campaignId } = this.#campaign;
    const key = mailKey(campaignId, person);
    if (mail && isSettled(mail.status)) {
      this.#reached++;
      return true;
    }
    if (mail && !this.#mayTake(mail)) return false;
    if (!(await this.#mayGoOn())) return false;
    await this.#options.pace(this.#ctx);
    if (!(await this.#mayGoOn())) return false;
    try {
      const template = `campaign-${this.#campaign.revision}`;
      const silence = this.#options.afterSilence === "ask" ? Number.POSITIVE_INFINITY : this.#options.silence;
      let recipient: ContactRecord | undefined;
      const hold = async () => {
        const answer = await this.#recipient(person);
        if (typeof answer === "string") return answer;
        recipient = answer;
        return undefined;
      };
      const message = () => {
        if (!recipient) throw new Error("a mail is written for somebody who was not looked up");
        return this.#letterTo(recipient);
      };
      const status = await sendOnce(this.#ctx, { key, template, campaignId, person, message, silence, hold });
      this.#refusals = 0;
      if (status === "accepted") this.sent++;
      if (!isSettled(status)) return false;
      this.#reached++;
      return true;
    } catch (error) {
      if (error instanceof MailDeferred) this.#refusals++;
      else if (!(error instanceof MailPending))
        this.#ctx.log.error("campaign: a mail failed", { campaignId, key, ...errorFacts(error) });
      return false;
    }
  }

  #mayTake({ status, claimedAt }: MailRecord): boolean {
    if (status === "deferred") return true;
    const age = this.#ctx.now().getTime() - new Date(claimedAt).getTime();
    return this.#options.afterSilence === "resend" && age >= this.#options.silence;
  }

  /** The person with consent and suppression as they are now, after the claim and right before the mail goes; or why they get none. */
  async #recipient(person: string): Promise<ContactRecord | Exclusion> {
    const [contact, said] = await Promise.all([Contact.find(this.#reads, { person }), Suppression.find(this.#reads, { person })]);
    if (!contact?.email) return "gone";
    const others = this.#ctx.keys.digests("person", contact.email).filter((digest) => digest !== person);
    const elsewhere = await Promise.all(others.map((digest) => Suppression.find(this.#reads, { person: digest })));
    const words = together([said, ...elsewhere]);
    const because = refusalOf(this.#ctx, words, topicOf(this.#campaign));
    if (because) return because;
    if (!consentsTo(contact, this.#campaign.kind)) return "no-consent";
    const recipient = asChosen(contact, words);
    // Whoever chose other chains meanwhile is not of the audience any more; what lists changed binds the next one.
    return words?.chains && !follows(recipient, this.#campaign.audience.chains) ? "chain" : recipient;
  }

  async #mayGoOn(): Promise<boolean> {
    const now = this.#ctx.now().getTime();
    if (now >= this.#until || this.#refusals >= patience) return false;
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
    if (current?.status !== "sending") return false;
    const met = { bounced: trouble?.bounced?.size ?? 0, complained: trouble?.complained?.size ?? 0 };
    const heldBecause = verdict(this.#reached, met);
    if (!heldBecause || (current.tolerated && heldBecause !== "blocked")) return true;
    await unlessTaken(this.#ctx.table.write([Campaign.change(this.#ctx, current, { status: "paused", heldBecause })], ""));
    return false;
  }

  async #finish(): Promise<boolean> {
    const current = await Campaign.find(this.#ctx, this.#campaign);
    if (current?.status !== "sending") return current?.status === "finished";
    const endedAt = this.#ctx.now().toISOString();
    return unlessTaken(this.#ctx.table.write([Campaign.change(this.#ctx, current, { status: "finished", endedAt })], ""));
  }
}

/** Another worker may have written the same thing first. */
async function unlessTaken(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
