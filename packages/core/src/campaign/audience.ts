import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Paging } from "../platform/schema.ts";
import { aiming, aimOf } from "./aim.ts";
import { cappedPeople } from "./cap.ts";
import { consentsTo, joinedRefusal } from "./consented.ts";
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
import { asChosen, follows, withheld } from "./refusal.ts";
import { type CampaignContent, campaignMissing, type Exclusion } from "./schema.ts";
import { rulesNow } from "./sending-rules.ts";
import { topicOf } from "./topics-schema.ts";

type Asked = Pick<CampaignContent, "kind" | "audience"> &
  Partial<Pick<CampaignContent, "topic">> &
  Pick<CampaignRecord, "aim"> & { readonly id?: string };

/** Whether a contact belongs to the audience; the reason where not. What the organiser chose comes before what the person said. */
export function exclusionOf(
  ctx: Pick<Ctx, "now">,
  asked: Asked,
  contact: ContactRecord,
  suppression: SuppressionRecord | undefined,
  outside?: Exclusion | undefined,
): Exclusion | undefined {
  const { chains, importId } = asked.audience;
  if (importId && !contact.lists.includes(importId)) return "list";
  if (!follows(asChosen(contact, suppression), chains)) return "chain";
  if (outside) return outside;
  return withheld(ctx, suppression, topicOf(asked)) ?? (consentsTo(contact, asked.kind) ? undefined : "no-consent");
}

/** What stands against a person now, under all addresses. */
export async function refusalNow(ctx: Ctx, contact: ContactRecord): Promise<SuppressionRecord | undefined> {
  const people = [contact.person, ...(contact.merged ?? []).map(({ person }) => person)];
  const found = await Promise.all(people.map((person) => Suppression.find(ctx, { person })));
  return joinedRefusal(contact, (person) => found[people.indexOf(person)]);
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
  const [suppressions, first, capped, aimed] = await Promise.all([
    allRefusals(ctx),
    next(),
    cappedFor(ctx, asked),
    aiming(ctx, asked.audience, asked.aim ?? (await aimOf(ctx, asked.audience))),
  ]);
  const seen = new Set<string>();
  for (let page = first; ; page = await next(page.cursor)) {
    const outside = await aimed(page.items);
    for (const contact of page.items) {
      const refusal = joinedRefusal(contact, (person) => suppressions.get(person));
      const refused = seen.has(contact.email) ? "duplicate" : exclusionOf(ctx, asked, contact, refusal, outside(contact));
      const excluded = refused ?? (capped.has(contact.person) ? "capped" : undefined);
      seen.add(contact.email);
      yield { contact, excluded };
    }
    if (!page.cursor) return;
  }
}

/** Whom the cap leaves out of a notification; guests are chosen without it, since their mail goes later. */
async function cappedFor(ctx: Ctx, { id }: Asked): Promise<ReadonlySet<string>> {
  const cap = id && (await rulesNow(ctx)).cap;
  return cap ? cappedPeople(ctx, cap, id) : new Set();
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
    const [counts, capped, page] = await Promise.all([
      countAudience(ctx, campaign),
      cappedFor(ctx, campaign),
      Contact.list(ctx, { index: "byOwner", pk: allContacts, limit, cursor, newestFirst: true }),
    ]);
    const outside = await (await aiming(ctx, campaign.audience, campaign.aim))(page.items);
    const items = await Promise.all(
      page.items.map(async (contact): Promise<AudienceRow> => {
        const { person, name, organisation, email, chains, locale } = contact;
        const refused = exclusionOf(ctx, campaign, contact, await refusalNow(ahead, contact), outside(contact));
        const excluded = refused ?? (capped.has(person) ? "capped" : undefined);
        return { person, name, organisation, email, chains, locale, ...(excluded ? { excluded } : {}) };
      }),
    );
    return { ...page, items, counts };
  },
});
