import { held, isInForce, withdrawConsent } from "../consent/index.ts";
import { factsOf, type Holding, heldConsent } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { eraseOld } from "../platform/expire.ts";
import { inState, Place, Talent, type TalentRecord } from "./entity.ts";
import { leave } from "./leave.ts";
import { talentLink } from "./link.ts";
import { declinedDays } from "./policy.ts";
import type { TalentChoice } from "./schema.ts";

async function talentOfPerson(ctx: Ctx, people: readonly string[]): Promise<(TalentRecord & Stored) | undefined> {
  const places = await Promise.all(people.map((person) => Place.find(ctx, { person })));
  const place = places.find((found) => found && !found.free);
  const talent = place && (await Talent.find(ctx, { id: place.talentId }));
  return talent?.email ? talent : undefined;
}

/** What the talent pool holds of a person. */
export async function heldTalent(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  const talent = await talentOfPerson(ctx, people);
  if (!talent) return [];
  return [
    {
      kind: "talent",
      id: talent.id,
      title: { "zh-CN": "人才库档案", en: "Talent pool" },
      page: `/my/talents/${talentLink.token(ctx, talent)}`,
      facts: factsOf([
        [held.name, talent.name],
        [held.organisation, talent.organisation],
        [held.position, talent.title],
        [held.email, talent.email],
        [held.phone, talent.phone],
        [held.expertise, talent.expertise.join("、")],
        [held.introduction, talent.introduction["zh-CN"] || talent.introduction.en],
        [held.remark, talent.remark],
        [held.state, talent.status],
        [held.since, talent.appliedAt],
      ]),
      consents: talent.consents.map(heldConsent),
      record: { ...talent },
    },
  ];
}

/** Takes one of the choices back, which the rest goes on without. @returns how many were in force */
export async function withdrawTalentChoice(ctx: Ctx, people: readonly string[], purpose: TalentChoice): Promise<number> {
  const talent = await talentOfPerson(ctx, people);
  if (!talent || !isInForce(talent.consents, purpose)) return 0;
  await save(ctx, Talent.change(ctx, talent, { consents: withdrawConsent(ctx, talent.consents, purpose) }));
  return 1;
}

/** The person leaves the pool, and what it held is erased. */
export async function eraseTalent(ctx: Ctx, people: readonly string[]): Promise<number> {
  const talent = await talentOfPerson(ctx, people);
  if (talent) await leave(ctx, talent);
  return talent ? 1 : 0;
}

/** Whoever was declined 180 days ago leaves the pool by the clock; only the proof of what they agreed to stays. */
export const expireTalents = (ctx: Ctx): Promise<number> =>
  eraseOld(
    ctx,
    Talent,
    { pk: inState("declined"), days: declinedDays },
    ({ email }) => email !== "",
    (talent) => leave(ctx, talent),
  );
