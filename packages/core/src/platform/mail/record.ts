import type { Ctx } from "../context.ts";
import { entity, type Page, type Stored } from "../entity.ts";
import { ConditionFailed } from "../table.ts";

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
      await ctx.table.write([Mail.change(ctx, current, { status, ...(detail ? { detail: withoutAddresses(detail) } : {}) })], "");
      return { ...current, status };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new MailPending(key);
}

/** The state of one mail, for progress and for the figures. */
export const findMail = (ctx: Ctx, key: string): Promise<MailRecord | undefined> => Mail.find(ctx, { key });

/** The mails to one person that were begun since then; the latest hundred. */
export const mailsSince = async (ctx: Ctx, person: string, since: string): Promise<MailRecord[]> =>
  (await Mail.list(ctx, { index: "byChain", pk: mailsTo(person), between: [since, "~"], limit: 100, newestFirst: true })).items;

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
    await ctx.table.write([Mail.change(ctx, read, { status })], "");
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
