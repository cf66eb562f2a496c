import type { Ctx } from "../platform/context.ts";
import { findMail, listMails, MailPending, type MailRecord, mailsSince } from "../platform/mail/record.ts";
import { Campaign, type CampaignRecord, campaignsIn } from "./entity.ts";
import { mailKey } from "./mail-key.ts";
import type { CampaignStatus } from "./schema.ts";
import type { SendingRules } from "./sending-schema.ts";

type Cap = NonNullable<SendingRules["cap"]>;

/** Of this person's mails those that arrived, or may have. */
const counts = ({ status, campaignId }: MailRecord) =>
  campaignId !== undefined && ["accepted", "delivered", "complained", "unknown", "left"].includes(status);

const since = (ctx: Ctx, { days }: Cap) => new Date(ctx.now().getTime() - days * 86_400_000).toISOString();

/**
 * Whether one mail more would be too many for a person. The mails themselves are counted, each by its key, so that no retry counts twice. What other
 * notifications are sending at this moment is read from the ledger and not from its index, which may be behind: where one of theirs is in flight and
 * would decide it, this mail waits.
 * @param running the other notifications that are being sent
 * @throws MailPending to be asked again later
 */
export async function isCapped(ctx: Ctx, cap: Cap, person: string, own: string, running: readonly string[]): Promise<boolean> {
  const [past, now] = await Promise.all([
    mailsSince(ctx, person, since(ctx, cap)),
    Promise.all(running.map((id) => findMail(ctx, mailKey(id, person)))),
  ]);
  const mails = new Map([...past, ...now.filter((mail) => mail !== undefined)].map((mail) => [mail.key, mail]));
  mails.delete(own);
  const all = [...mails.values()];
  const had = all.filter(counts).length;
  if (had >= cap.mails) return true;
  const inFlight = all.filter(({ status, campaignId }) => status === "claimed" && campaignId).length;
  if (had + inFlight >= cap.mails) throw new MailPending(own);
  return false;
}

/** No index is further behind than this. */
const lag = 10 * 60_000;

/** The notifications beside this one that are being sent, or were until shortly: of their mails the index of a person may not know yet. */
export async function othersSending(ctx: Ctx, own: string): Promise<string[]> {
  const lately = new Date(ctx.now().getTime() - lag).toISOString();
  const lists = await Promise.all(
    begun.map((status) =>
      Campaign.list(ctx, {
        ...{ index: "byState", pk: campaignsIn(status), newestFirst: true },
        limit: status === "sending" || status === "paused" ? 100 : 20,
      }),
    ),
  );
  return lists.flatMap(({ items }) =>
    items.filter(({ id, frozen, endedAt = lately }) => id !== own && frozen && endedAt >= lately).map(({ id }) => id),
  );
}

const begun: readonly CampaignStatus[] = ["sending", "paused", "finished", "cancelled"];
/** An order may lie so far ahead of its sending. */
const year = 366 * 86_400_000;

/** Who has had as many mails as the rule allows, by the ledger of every notification that was sent within its days. */
export async function cappedPeople(ctx: Ctx, cap: Cap, own: string | undefined): Promise<ReadonlySet<string>> {
  const from = since(ctx, cap);
  const had = new Map<string, number>();
  for (const id of await sentSince(ctx, from)) {
    if (id === own) continue;
    let cursor: string | undefined;
    do {
      const page = await listMails(ctx, id, cursor);
      for (const mail of page.items)
        if (counts(mail) && mail.claimedAt >= from) had.set(mail.person, (had.get(mail.person) ?? 0) + 1);
      cursor = page.cursor;
    } while (cursor);
  }
  return new Set([...had].filter(([, n]) => n >= cap.mails).map(([person]) => person));
}

async function sentSince(ctx: Ctx, from: string): Promise<string[]> {
  const oldest = new Date(Date.parse(from) - year).toISOString();
  const sent = ({ frozen, endedAt, createdAt }: CampaignRecord & { createdAt: string }) =>
    frozen !== undefined && (endedAt ?? from) >= from && createdAt >= oldest;
  const found: string[] = [];
  for (const status of begun) {
    let cursor: string | undefined;
    do {
      const page = await Campaign.list(ctx, { index: "byState", pk: campaignsIn(status), limit: 100, cursor, newestFirst: true });
      found.push(...page.items.filter(sent).map(({ id }) => id));
      cursor = page.items.every(({ createdAt }) => createdAt >= oldest) ? page.cursor : undefined;
    } while (cursor);
  }
  return found;
}
