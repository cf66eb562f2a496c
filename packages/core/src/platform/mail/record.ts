import type { Ctx } from "../context.ts";
import { entity, type Page, type Stored } from "../entity.ts";
import { badCursor, DomainError } from "../error.ts";
import { ConditionFailed, type Write } from "../table.ts";

/**
 * The state of one mail. `claimed` and `unknown` wait for the transport's event; `deferred` was certainly not taken and may
 * be claimed again; `left` is an unknown one that a person decided not to send again; `excluded` was withheld at the last
 * check. The others are final, but feedback may still move them on in this order.
 */
export const mailStatuses = [
  "claimed",
  "unknown",
  "deferred",
  "left",
  "accepted",
  "rejected",
  "delivered",
  "bounced",
  "complained",
  "excluded",
] as const;
export type MailStatus = (typeof mailStatuses)[number];

export interface MailRecord {
  readonly key: string;
  readonly template: string;
  readonly status: MailStatus;
  readonly claimedAt: string;
  /** Who the mail is for, as a keyed digest of the address. */
  readonly person: string;
  readonly campaignId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly detail?: string | undefined;
  /** When it came into each state after the claim, the last time. */
  readonly reached?: Readonly<Partial<Record<MailStatus, string>>> | undefined;
}

const mailsOf = (campaignId: string) => `mails#${campaignId}`;
const mailsTo = (person: string) => `mails-to#${person}`;

export const Mail = entity<MailRecord, { key: string }>({
  type: "mail",
  key: ({ key }) => ({ pk: `mail#${key}`, sk: "mail" }),
  indexed: (mail) => ({
    byOwner: mail.campaignId ? { pk: mailsOf(mail.campaignId), sk: mail.key } : undefined,
    byChain: { pk: mailsTo(mail.person), sk: `${mail.claimedAt}#${mail.key}` },
    byState:
      mail.status === "claimed" || mail.status === "unknown"
        ? { pk: "mail#unsettled", sk: `${mail.claimedAt}#${mail.key}` }
        : undefined,
  }),
});

/** What a transport says of a mail often quotes the address. */
export const withoutAddresses = (text: string) => text.replace(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/gu, "…");

/** The mail is in other hands, or nobody knows yet whether it went: try again later. */
export class MailPending extends Error {
  override readonly name = "MailPending";
}

export type Feedback = "accepted" | "rejected" | "delivered" | "bounced" | "complained";

/**
 * Records what the transport's event says of a mail. Idempotent, in any order: a state only moves forward.
 * @returns the record after it, or undefined for a key that is not ours
 */
export async function recordFeedback(ctx: Ctx, key: string, status: Feedback, detail?: string): Promise<MailRecord | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const current = await Mail.find(ctx, { key });
    if (!current || mailStatuses.indexOf(current.status) >= mailStatuses.indexOf(status)) return current;
    try {
      const because = detail ? { detail: withoutAddresses(detail) } : {};
      await ctx.table.write([moved(ctx, current, status, because)], "");
      return { ...current, status };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new MailPending(key);
}

/** The change that moves a mail on, with the time at which it did. */
export const moved = (ctx: Ctx, read: MailRecord & Stored, status: MailStatus, patch: Partial<MailRecord> = {}): Write =>
  Mail.change(ctx, read, { ...patch, status, reached: { ...read.reached, [status]: ctx.now().toISOString() } });

/** The state of one mail, for progress and for the figures. */
export const findMail = (ctx: Ctx, key: string): Promise<MailRecord | undefined> => Mail.find(ctx, { key });

/** The mails to one person that were begun since then; the latest hundred. */
export const mailsSince = async (ctx: Ctx, person: string, since: string): Promise<MailRecord[]> =>
  (await Mail.list(ctx, { index: "byChain", pk: mailsTo(person), between: [since, "~"], limit: 100, newestFirst: true })).items;

/** Which of these mails exist, and in which state: any number of keys, a hundred in a round trip. */
export async function statesOf(ctx: Ctx, keys: readonly string[]): Promise<ReadonlyMap<string, MailStatus>> {
  const found = new Map<string, MailStatus>();
  for (let at = 0; at < keys.length; at += 100)
    for (const item of await ctx.table.getMany(keys.slice(at, at + 100).map((key) => Mail.key({ key })))) {
      const { key, status } = Mail.read(item);
      found.set(key, status);
    }
  return found;
}

const place = /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z#/;

/**
 * The mails to one person that were begun before the place in the list, the latest first.
 * @param before `claimedAt#key` of the mail after them; none for the latest
 * @throws DomainError `list.cursor`
 */
export async function mailsBefore(
  ctx: Ctx,
  person: string,
  before: string | undefined,
  limit: number,
): Promise<(MailRecord & Stored & { readonly place: string })[]> {
  if (before && !place.test(before)) throw new DomainError(badCursor);
  const { items } = await Mail.list(ctx, {
    index: "byChain",
    pk: mailsTo(person),
    between: ["0", before || "~"],
    limit: limit + 1,
    newestFirst: true,
  });
  return items
    .map((mail) => ({ ...mail, place: `${mail.claimedAt}#${mail.key}` }))
    .filter(({ place }) => place !== before)
    .slice(0, limit);
}

/** The mails of a campaign that were begun, a page at a time. */
export const listMails = (ctx: Ctx, campaignId: string, cursor?: string): Promise<Page<MailRecord & Stored>> =>
  Mail.list(ctx, { index: "byOwner", pk: mailsOf(campaignId), limit: 1000, cursor });

/** Nothing more is sent under this key, whatever feedback may still tell. */
export const isSettled = (status: MailStatus): boolean => mailStatuses.indexOf(status) >= mailStatuses.indexOf("left");

/**
 * A person's word on a mail of which nobody knows whether it went: `deferred` sends it again, `left` does not.
 * Changes nothing where its fate became known meanwhile.
 */
export async function decideUnknown(ctx: Ctx, read: MailRecord & Stored, status: "deferred" | "left"): Promise<boolean> {
  if (read.status !== "claimed" && read.status !== "unknown") return false;
  try {
    await ctx.table.write([moved(ctx, read, status)], "");
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
