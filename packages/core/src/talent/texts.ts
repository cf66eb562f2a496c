import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { every, holding, listing } from "../platform/listing.ts";
import { inAll } from "../platform/text.ts";
import { inState, shown, Talent, type TalentRecord } from "./entity.ts";
import { isPublic } from "./policy.ts";

/** An expert as a need is matched with: what the public profile says. Personal, so it is kept nowhere else. */
export interface MatchedTalent extends Pick<TalentRecord, "id" | "name" | "organisation" | "title" | "expertise" | "chains"> {
  readonly introduction: readonly string[];
}

const textsIn = ({ id, name, organisation, title, expertise, chains, introduction }: TalentRecord & Stored): MatchedTalent => ({
  ...{ id, name, organisation, title, expertise, chains },
  introduction: inAll(introduction),
});

/** One whose profile is public. */
export async function talentTexts(ctx: Ctx, id: string): Promise<MatchedTalent | undefined> {
  const talent = await Talent.find(ctx, { id });
  return talent && isPublic(talent) ? textsIn(talent) : undefined;
}

/** All whose profile is public. */
export async function* publicTalents(ctx: Ctx): AsyncGenerator<MatchedTalent> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await Talent.list(ctx, { index: "byOwner", pk: shown, limit: 500, cursor });
    yield* page.items.map(textsIn);
    cursor = page.cursor;
  }
}

const noticesAgreedAt = ({ consents }: TalentRecord) =>
  consents.findLast((one) => one.purpose === "event-notices" && !one.withdrawnAt)?.at;

/** Somebody in the pool, with when they agreed to be told of events where they did. */
export interface PooledTalent
  extends Pick<TalentRecord, "id" | "person" | "name" | "organisation" | "email" | "chains" | "locale"> {
  readonly agreedAt?: string | undefined;
}

/** All who are approved, whether or not their profile is public. */
export async function* pooledTalents(ctx: Ctx): AsyncGenerator<PooledTalent> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await Talent.list(ctx, { index: "byState", pk: inState("approved"), limit: 500, cursor });
    for (const talent of page.items) {
      const { id, person, name, organisation, email, chains, locale } = talent;
      const agreedAt = noticesAgreedAt(talent);
      if (email) yield { id, person, name, organisation, email, chains, locale, ...(agreedAt ? { agreedAt } : {}) };
    }
    cursor = page.cursor;
  }
}

/** How to reach one whose profile is public. */
export async function talentContact(ctx: Ctx, id: string) {
  const talent = await Talent.find(ctx, { id });
  if (!talent || !isPublic(talent) || !talent.email) return undefined;
  const { name, email, phone, locale, organisation, expertise } = talent;
  return { name, email, phone, locale, organisation, title: { "zh-CN": expertise.join("、"), en: expertise.join(", ") } };
}

const pooled = ({ id, name, organisation }: TalentRecord & Stored) => ({ id, name, organisation });

/** People of the pool by name or organisation, whether in public or not; those whom `may` lets be seen. */
export async function talentsInPool(
  ctx: Ctx,
  { q, ...paging }: { q?: string | undefined; limit: number; cursor?: string | undefined },
  may?: (talent: Pick<TalentRecord, "chains">) => boolean,
) {
  const keep = every<TalentRecord>(await holding(ctx, q, (t) => [t.name, t.organisation]), may);
  const page = await listing(ctx, Talent, { index: "byState", pk: inState("approved"), newestFirst: true }, paging, keep);
  return { ...page, items: page.items.map(pooled) };
}

/** One who is in the pool, whether in public or not, as staff name them. */
export async function talentInPool(
  ctx: Ctx,
  id: string,
): Promise<Pick<TalentRecord, "id" | "name" | "organisation"> | undefined> {
  const talent = await Talent.find(ctx, { id });
  return talent?.status === "approved" && talent.name ? pooled(talent) : undefined;
}

/** What the pool says of one person, for whoever keeps contacts: without an address once the person has left, or was declined. */
export async function inThePool(ctx: Ctx, id: string) {
  const talent = await Talent.find(ctx, { id });
  if (!talent) return undefined;
  const { person, name, organisation, title: position, email, phone, locale, chains, status, appliedAt: at } = talent;
  const noticesAt = noticesAgreedAt(talent);
  const isIn = status === "applied" || status === "approved";
  return { person, at, name, organisation, position, phone, locale, chains, noticesAt, email: isIn ? email : undefined };
}
