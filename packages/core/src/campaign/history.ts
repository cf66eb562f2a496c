import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { type MailRecord, type MailStatus, mailsBefore } from "../platform/mail/record.ts";
import { Campaign, type CampaignRecord, Contact, Import } from "./entity.ts";
import type { CampaignContent } from "./schema.ts";

/** One mail that was sent to a person, or withheld, and why. */
export interface SentRow {
  readonly key: string;
  /** `campaign-…` for a notification, else what was told. */
  readonly template: string;
  readonly status: MailStatus;
  readonly at: string;
  /** When it came into each state. */
  readonly reached: Readonly<Partial<Record<MailStatus, string>>>;
  /** Why it was withheld, or what the transport said. */
  readonly detail?: string | undefined;
  readonly campaign?: {
    readonly id: string;
    readonly kind: CampaignContent["kind"];
    readonly subject: CampaignContent["subject"];
    /** Why the person was in the audience. */
    readonly list?: string | undefined;
    readonly segment?: string | undefined;
    readonly chains: readonly string[];
    readonly activityId?: string | undefined;
  };
}

/**
 * Everything that was sent to a person, the latest first, under all of these digests as one list.
 * @param cursor the place of the last row of the page before
 */
export async function sentTo(ctx: Ctx, people: readonly string[], limit: number, cursor?: string): Promise<Page<SentRow>> {
  return pageOf(ctx, await Promise.all(people.map((person) => mailsBefore(ctx, person, cursor, limit))), limit);
}

/** The first page of several lists as one. */
export async function pageOf(
  ctx: Ctx,
  lists: readonly Awaited<ReturnType<typeof mailsBefore>>[],
  limit: number,
): Promise<Page<SentRow>> {
  const all = lists.flat().sort((one, other) => (one.place < other.place ? 1 : -1));
  const page = all.slice(0, limit);
  const campaigns = await campaignsOf(ctx, page);
  const items = page.map((mail) => rowOf(mail, campaigns.get(mail.campaignId ?? "")));
  const more = all.length > limit || lists.some(({ length }) => length === limit);
  return { items, ...(more && page.length ? { cursor: page.at(-1)?.place ?? "" } : {}) };
}

type Told = CampaignRecord & { readonly list?: string | undefined };

async function campaignsOf(ctx: Ctx, mails: readonly MailRecord[]): Promise<ReadonlyMap<string, Told>> {
  const ids = [...new Set(mails.flatMap(({ campaignId }) => campaignId ?? []))];
  const found = await Promise.all(
    ids.map(async (id): Promise<Told | undefined> => {
      const campaign = await Campaign.find(ctx, { id });
      const { importId } = campaign?.audience ?? {};
      const list = importId?.startsWith("imp_") ? await Import.find(ctx, { id: importId }) : undefined;
      return campaign && { ...campaign, list: list?.source };
    }),
  );
  return new Map(found.flatMap((campaign) => (campaign ? [[campaign.id, campaign]] : [])));
}

function rowOf({ key, template, status, claimedAt, reached = {}, detail }: MailRecord, campaign: Told | undefined): SentRow {
  const row = { key, template, status, at: claimedAt, reached: { ...reached }, detail };
  if (!campaign) return row;
  const { id, kind, subject, audience, aim, list } = campaign;
  const why = { list, segment: aim?.segment?.name, chains: audience.chains, activityId: audience.activityId };
  return { ...row, campaign: { id, kind, subject, ...why } };
}

/** The digests under which a person is known: of all addresses that were joined into one contact. */
export async function allDigests(ctx: Ctx, people: readonly string[]): Promise<string[]> {
  const contacts = await Promise.all(people.map((person) => Contact.find(ctx, { person })));
  return [...new Set([...people, ...contacts.flatMap((contact) => (contact?.merged ?? []).map(({ person }) => person))])];
}
