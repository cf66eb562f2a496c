import type { Ctx } from "../context.ts";
import { errorFacts } from "../log.ts";
import { ConditionFailed } from "../table.ts";
import { compose, type Message } from "./compose.ts";
import { MailDeferred, MailRejected } from "./mailer.ts";
import { Mail, MailPending, type MailRecord, type MailStatus, withoutAddresses } from "./record.ts";

export interface MailJob {
  /** Names this mail for good: the event or campaign, and the template. Letters, digits, `-`, `_`. */
  readonly key: string;
  readonly template: string;
  readonly campaignId?: string;
  readonly message: Message;
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
  const { address } = job.message.to;
  const domain = ctx.mailer.from.replace(/^.*@|>.*$/g, "");
  const raw = await compose(ctx.mailer, job.message, { messageId: `<${job.key}@${domain}>`, date: ctx.now() });
  const claim = await take(ctx, job, address);
  if (claim.taken === undefined) return claim.status;

  const settle = (status: MailStatus, patch: Partial<MailRecord> = {}) => move(ctx, job.key, claim.taken, status, patch);
  let held: string | undefined;
  try {
    held = await job.hold?.();
  } catch (error) {
    await settle("deferred");
    throw error;
  }
  if (held !== undefined) return settle("excluded", { detail: held });
  try {
    const { messageId } = await ctx.mailer.send({ from: ctx.mailer.from, to: address, raw, key: job.key });
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

/** Takes the claim by a conditional put; an earlier claim yields only once it is known or presumed that nothing was sent. */
async function take(
  ctx: Ctx,
  job: MailJob,
  address: string,
): Promise<{ taken: string; status: "claimed" } | { taken?: undefined; status: MailStatus }> {
  const claimedAt = ctx.now().toISOString();
  const record: MailRecord = {
    key: job.key,
    template: job.template,
    campaignId: job.campaignId,
    status: "claimed",
    claimedAt,
    person: ctx.keys.digest("person", address),
  };
  try {
    await ctx.table.write([Mail.create(ctx, record)], "");
    return { taken: claimedAt, status: "claimed" };
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
    await ctx.table.write([Mail.change(ctx, existing, { status: "claimed", claimedAt })], "");
    return { taken: claimedAt, status: "claimed" };
  } catch (error) {
    if (error instanceof ConditionFailed) throw new MailPending(job.key);
    throw error;
  }
}

/** Moves our claim on; where feedback came first, its word stands. */
async function move(
  ctx: Ctx,
  key: string,
  claimedAt: string,
  status: MailStatus,
  patch: Partial<MailRecord>,
): Promise<MailStatus> {
  const current = await Mail.find(ctx, { key });
  if (!current || current.claimedAt !== claimedAt || !["claimed", "unknown"].includes(current.status))
    return current?.status ?? status;
  try {
    await ctx.table.write([Mail.change(ctx, current, { ...patch, status })], "");
    return status;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return (await Mail.find(ctx, { key }))?.status ?? status;
  }
}
