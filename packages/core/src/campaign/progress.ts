import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { decideUnknown, findMail, listMails, type MailRecord, type MailStatus, mailStatuses } from "../platform/mail/record.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Campaign, type CampaignRecord, Contact, type Frozen, Snapshot } from "./entity.ts";
import { pageRows } from "./freeze.ts";
import { mailKey } from "./mail-key.ts";
import { type CampaignStatus, campaignMissing, type Exclusion, notThatState } from "./schema.ts";

/** An answer takes seconds; after this nobody will bring it any more but the transport's event, or a person decides. */
const askAfter = 120_000;

/** Where every recipient of the snapshot stands. The numbers add up to `frozen.included`. */
export interface Progress {
  readonly status: CampaignStatus;
  readonly version: number;
  readonly frozen?: Frozen | undefined;
  readonly heldBecause?: CampaignRecord["heldBecause"];
  readonly expected?: number | undefined;
  /** No mail begun: `queued` while it may still be, `cancelled` for good. */
  readonly queued: number;
  readonly cancelled: number;
  readonly mails: Readonly<Record<MailStatus, number>>;
  /** Mails of unknown fate that wait for a person's word. */
  readonly asking: number;
}

const isAsking = (ctx: Ctx, mail: MailRecord) =>
  (mail.status === "claimed" || mail.status === "unknown") &&
  ctx.now().getTime() - new Date(mail.claimedAt).getTime() >= askAfter;

export const campaignProgress = command({
  input: z.object({ campaignId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  async run(ctx, { campaignId }): Promise<Progress> {
    const { status, version, frozen, heldBecause, expected } = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    const mails = Object.fromEntries(mailStatuses.map((s) => [s, 0])) as Record<MailStatus, number>;
    let begun = 0;
    let asking = 0;
    for await (const mail of mailsOf(ctx, campaignId)) {
      mails[mail.status]++;
      begun++;
      if (isAsking(ctx, mail)) asking++;
    }
    const rest = Math.max(0, (frozen?.included ?? 0) - begun);
    const over = status === "cancelled";
    return { status, version, frozen, heldBecause, expected, mails, asking, queued: over ? 0 : rest, cancelled: over ? rest : 0 };
  },
});

async function* mailsOf(ctx: Ctx, campaignId: string) {
  let cursor: string | undefined;
  do {
    const page = await listMails(ctx, campaignId, cursor);
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

export interface RecipientRow {
  readonly person: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly state: MailStatus | "queued" | "cancelled";
  /** Why there is no mail. */
  readonly excluded?: Exclusion | undefined;
  readonly detail?: string | undefined;
  readonly at?: string | undefined;
}

/** The ledger: everyone who was considered when it was frozen, in its order, with what became of the mail. */
export const listRecipients = command({
  input: z.object({
    campaignId: z.string().max(40),
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  access: ["organiser", "auditor"],
  async run(ctx, { campaignId, from, limit }): Promise<{ items: RecipientRow[]; total: number }> {
    const ahead = readingAhead(ctx, `recipients ${campaignId} ${from} ${limit}`);
    const { frozen, status } = await Campaign.get(ahead, { id: campaignId }, campaignMissing);
    if (!frozen) return { items: [], total: 0 };
    const rows = [];
    for (let page = Math.floor(from / pageRows); page < frozen.pages && rows.length < limit; page++) {
      const found = await Snapshot.find(ahead, { campaignId, snapshot: frozen.snapshot, page });
      const start = Math.max(0, from - page * pageRows);
      rows.push(...(found?.rows.slice(start, start + limit - rows.length) ?? []));
    }
    const items = await Promise.all(
      rows.map(async ({ p: person, x }): Promise<RecipientRow> => {
        const [contact, mail] = await Promise.all([
          Contact.find(ahead, { person }),
          x ? undefined : findMail(ahead, mailKey(campaignId, person)),
        ]);
        const { name, email } = contact ?? {};
        if (x) return { person, name, email, state: "excluded", excluded: x };
        if (!mail) return { person, name, email, state: status === "cancelled" ? "cancelled" : "queued" };
        const because = mail.status === "excluded" ? { excluded: mail.detail as Exclusion } : { detail: mail.detail };
        return { person, name, email, state: mail.status, at: mail.claimedAt, ...because };
      }),
    );
    return { items, total: frozen.considered };
  },
});

/** A person's word on the mails of unknown fate: send them again, or leave them. */
export const decideUnknownMails = command({
  input: z.object({ campaignId: z.string().max(40), choice: z.enum(["resend", "leave"]) }),
  access: ["organiser"],
  async run(ctx, { campaignId, choice }): Promise<{ decided: number }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (campaign.status !== "sending" && campaign.status !== "paused") throw new DomainError(notThatState);
    let decided = 0;
    for await (const mail of mailsOf(ctx, campaignId))
      if (isAsking(ctx, mail) && (await decideUnknown(ctx, mail, choice === "resend" ? "deferred" : "left"))) decided++;
    return { decided };
  },
});
