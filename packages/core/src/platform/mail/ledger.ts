import type { Ctx } from "../context.ts";
import type { Stored } from "../entity.ts";
import { errorFacts } from "../log.ts";
import { ConditionFailed } from "../table.ts";
import { compose, type Message } from "./compose.ts";
import { MailDeferred, MailRejected, type RawMail } from "./mailer.ts";
import { Mail, MailPending, type MailRecord, type MailStatus, moved, withoutAddresses } from "./record.ts";

export type MailJob = MailWork &
  (
    | { readonly message: Message }
    /** Written once the claim is taken and `hold` did not withhold it; `person` is the keyed digest of the address. */
    | { readonly person: string; readonly message: () => Message }
  );

interface MailWork {
  /** Names this mail for good: the event or campaign, and the template. Letters, digits, `-`, `_`. */
  readonly key: string;
  readonly template: string;
  readonly campaignId?: string;
  /** Milliseconds of silence after a lost answer, past which the mail is sent again; `Infinity` leaves it to a person. */
  readonly silence: number;
  /** Asked once the mail is claimed, right before it is sent: a reason withholds it for good. */
  hold?(): Promise<string | undefined>;
}

/**
 * Sends a mail at most once for its key, whoever calls and however often.
 * @returns the state it is in now: `accepted`, `rejected`, or what an earlier call or the transport's feedback made of it
 * @throws MailPending while another worker holds it or its answer is lost and the window of silence is not over
 * @throws MailDeferred when the transport did not take it; a later call may
 */
export async function sendOnce(ctx: Ctx, job: MailJob): Promise<MailStatus> {
  const { key } = job;
  // What can be written before the claim is: a mail that cannot be written takes none.
  const early = "person" in job ? undefined : await written(ctx, key, job.message);
  const claim = await take(ctx, job);
  if ("status" in claim) return claim.status;

  const settle = (status: MailStatus, patch: Partial<MailRecord> = {}) => move(ctx, claim.taken, status, patch);
  let mail: RawMail;
  try {
    const held = await job.hold?.();
    if (held !== undefined) return await settle("excluded", { detail: held });
    mail = early ?? (await written(ctx, key, "person" in job ? job.message() : job.message));
  } catch (error) {
    await settle("deferred");
    throw error;
  }
  try {
    const { messageId } = await ctx.mailer.send(mail);
    return await settle("accepted", { messageId });
  } catch (error) {
    if (error instanceof MailRejected) return settle("rejected", { detail: withoutAddresses(error.message) });
    if (error instanceof MailDeferred) {
      await settle("deferred", { detail: withoutAddresses(error.message) });
      throw error;
    }
    ctx.log.error("mail: the answer was lost", { key: job.key, ...errorFacts(error) });
    await settle("unknown");
    throw new MailPending(job.key);
  }
}

async function written(ctx: Ctx, key: string, message: Message): Promise<RawMail> {
  const domain = ctx.mailer.from.replace(/^.*@|>.*$/g, "");
  const raw = await compose(ctx.mailer, message, { messageId: `<${key}@${domain}>`, date: ctx.now() });
  return { from: ctx.mailer.from, to: message.to.address, raw, key };
}

/** Takes the claim by a conditional put; an earlier claim yields only once it is known or presumed that nothing was sent. */
async function take(ctx: Ctx, job: MailJob): Promise<{ taken: MailRecord & Stored } | { status: MailStatus }> {
  const claimedAt = ctx.now().toISOString();
  const record: MailRecord = {
    key: job.key,
    template: job.template,
    campaignId: job.campaignId,
    status: "claimed",
    claimedAt,
    person: "person" in job ? job.person : ctx.keys.digest("person", job.message.to.address),
  };
  try {
    const claim = Mail.create(ctx, record);
    await ctx.table.write([claim], "");
    return { taken: Mail.read(claim.put ?? {}) };
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  const existing = await Mail.find(ctx, job);
  if (!existing) throw new MailPending(job.key);
  const silent = ctx.now().getTime() - new Date(existing.claimedAt).getTime() >= job.silence;
  const free = existing.status === "deferred" || ((existing.status === "claimed" || existing.status === "unknown") && silent);
  if (!free) {
    if (existing.status === "claimed" || (existing.status === "unknown" && job.silence !== Number.POSITIVE_INFINITY))
      throw new MailPending(job.key);
    return { status: existing.status };
  }
  try {
    const claim = Mail.change(ctx, existing, { status: "claimed", claimedAt });
    await ctx.table.write([claim], "");
    return { taken: Mail.read(claim.put ?? {}) };
  } catch (error) {
    if (error instanceof ConditionFailed) throw new MailPending(job.key);
    throw error;
  }
}

/** Moves our claim on; where feedback came first, its word stands. */
async function move(ctx: Ctx, claim: MailRecord & Stored, status: MailStatus, patch: Partial<MailRecord>): Promise<MailStatus> {
  try {
    await ctx.table.write([moved(ctx, claim, status, patch)], "");
    return status;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // Somebody moved it since: our own write whose answer was lost, feedback that was faster, or another claim after the silence.
    return (await Mail.find(ctx, claim))?.status ?? status;
  }
}
