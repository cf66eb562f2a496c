import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Paging } from "../platform/schema.ts";
import { aiming, aimOf } from "./aim.ts";
import { consentsTo, refusalOf, suppressedBy } from "./consented.ts";
import {
  allContacts,
  allSuppressions,
  Campaign,
  type CampaignRecord,
  Contact,
  type ContactRecord,
  Suppression,
  type SuppressionRecord,
} from "./entity.ts";
import { type CampaignContent, campaignMissing, type Exclusion } from "./schema.ts";

type Asked = Pick<CampaignContent, "kind" | "audience"> & Pick<CampaignRecord, "aim">;

/** Whether a contact belongs to the audience; the reason where not. What the organiser chose comes before what the person said. */
export function exclusionOf(
  asked: Asked,
  contact: ContactRecord,
  suppression: SuppressionRecord | undefined,
  outside?: Exclusion | undefined,
): Exclusion | undefined {
  const { chains, importId } = asked.audience;
  if (importId && !contact.lists.includes(importId)) return "list";
  if (chains.length && !contact.chains.includes("all") && !contact.chains.some((c) => chains.includes(c))) return "chain";
  return outside ?? suppressedBy(suppression) ?? (consentsTo(contact, asked.kind) ? undefined : "no-consent");
}

/** What stands against a person now, under all addresses. */
export async function refusalNow(ctx: Ctx, contact: ContactRecord): Promise<SuppressionRecord | undefined> {
  const people = [contact.person, ...(contact.merged ?? []).map(({ person }) => person)];
  const found = await Promise.all(people.map((person) => Suppression.find(ctx, { person })));
  return refusalOf(contact, (person) => found[people.indexOf(person)]);
}

export interface AudienceCounts {
  considered: number;
  included: number;
  excluded: Partial<Record<Exclusion, number>>;
}

/** Goes through everyone who is known, and says of each whether they are in. */
export async function* considerAll(
  ctx: Ctx,
  asked: Asked,
): AsyncGenerator<{ contact: ContactRecord & Stored; excluded: Exclusion | undefined }> {
  const next = (cursor?: string): Promise<Page<ContactRecord & Stored>> =>
    Contact.list(ctx, { index: "byOwner", pk: allContacts, limit: 500, cursor });
  const [suppressions, first, aimed] = await Promise.all([
    allRefusals(ctx),
    next(),
    aiming(ctx, asked.audience, asked.aim ?? (await aimOf(ctx, asked.audience))),
  ]);
  const seen = new Set<string>();
  for (let page = first; ; page = await next(page.cursor)) {
    const outside = await aimed(page.items);
    for (const contact of page.items) {
      const refusal = refusalOf(contact, (person) => suppressions.get(person));
      const excluded = seen.has(contact.email) ? "duplicate" : exclusionOf(asked, contact, refusal, outside(contact));
      seen.add(contact.email);
      yield { contact, excluded };
    }
    if (!page.cursor) return;
  }
}

export function count(counts: AudienceCounts, excluded: Exclusion | undefined): void {
  counts.considered++;
  if (excluded) counts.excluded[excluded] = (counts.excluded[excluded] ?? 0) + 1;
  else counts.included++;
}

export async function countAudience(ctx: Ctx, asked: Asked): Promise<AudienceCounts> {
  const counts: AudienceCounts = { considered: 0, included: 0, excluded: {} };
  for await (const { excluded } of considerAll(ctx, asked)) count(counts, excluded);
  return counts;
}

async function allRefusals(ctx: Ctx): Promise<Map<string, SuppressionRecord>> {
  const found = new Map<string, SuppressionRecord>();
  let cursor: string | undefined;
  do {
    const page: Page<SuppressionRecord & Stored> = await Suppression.list(ctx, {
      index: "byState",
      pk: allSuppressions,
      limit: 1000,
      cursor,
    });
    for (const refusal of page.items) found.set(refusal.person, refusal);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** One person of the audience, as organisers see it before they send. */
export type AudienceRow = Pick<ContactRecord, "person" | "name" | "organisation" | "email" | "chains" | "locale"> & {
  readonly excluded?: Exclusion;
};

/** Who would get the notification, and of everyone else why not. Counts everybody; lists a page, the newest contact first. */
export const previewAudience = command({
  input: Paging.extend({ campaignId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  async run(ctx, { campaignId, limit, cursor }): Promise<Page<AudienceRow> & { counts: AudienceCounts }> {
    const found = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    const campaign = { ...found, aim: await aimOf(ctx, found.audience) };
    const ahead = readingAhead(ctx, `audience ${limit} ${cursor ?? ""}`);
    const [counts, page] = await Promise.all([
      countAudience(ctx, campaign),
      Contact.list(ctx, { index: "byOwner", pk: allContacts, limit, cursor, newestFirst: true }),
    ]);
    const outside = await (await aiming(ctx, campaign.audience, campaign.aim))(page.items);
    const items = await Promise.all(
      page.items.map(async (contact): Promise<AudienceRow> => {
        const { person, name, organisation, email, chains, locale } = contact;
        const excluded = exclusionOf(campaign, contact, await refusalNow(ahead, contact), outside(contact));
        return { person, name, organisation, email, chains, locale, ...(excluded ? { excluded } : {}) };
      }),
    );
    return { ...page, items, counts };
  },
});
