import { held, withdrawConsent } from "../consent/index.ts";
import { factsOf, type Holding, heldConsent } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { eraseOld } from "../platform/expire.ts";
import { Demand, type DemandRecord, erasedDemand, inReview, ofPerson } from "./entity.ts";
import { demandLink } from "./link.ts";
import { keptDays, mayStep } from "./policy.ts";

/** By the person where the index has it; a listed need stands there by its state instead, so those are gone through. */
async function demandsOfPerson(ctx: Ctx, people: readonly string[]): Promise<(DemandRecord & Stored)[]> {
  const pages = await Promise.all(
    people.map((person) => Demand.list(ctx, { index: "byOwner", pk: ofPerson(person), limit: 500 })),
  );
  const found = pages.flatMap(({ items }) => items);
  let cursor: string | undefined;
  do {
    const page = await Demand.list(ctx, { index: "byState", pk: inReview("listed"), limit: 500, cursor });
    found.push(...page.items.filter(({ person }) => person && people.includes(person)));
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** What the needs whose contact the person is hold. */
export async function heldDemands(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  return (await demandsOfPerson(ctx, people))
    .filter(({ contact }) => contact.email)
    .map((d) => ({
      kind: "demand",
      id: d.id,
      title: { "zh-CN": `需求：${d.title["zh-CN"] || d.id}`, en: `Need: ${d.title.en ?? (d.title["zh-CN"] || d.id)}` },
      page: `/my/demands/${demandLink.token(ctx, d)}`,
      facts: factsOf([
        [held.name, d.contact.name],
        [held.email, d.contact.email],
        [held.phone, d.contact.phone],
        [held.organisation, d.organisation],
        [held.creditCode, d.creditCode],
        [held.remark, d.remark],
        [held.state, d.status],
        [held.since, d.submittedAt],
      ]),
      consents: [heldConsent(d.consent)],
      record: { ...d },
    }));
}

/** Erases what needs say of a person. Without its contact a need cannot go on: it is withdrawn, and nobody is written to. */
export async function eraseDemands(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await demandsOfPerson(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const demand of found) {
    const [consent = demand.consent] = withdrawConsent(ctx, [demand.consent]);
    const over = mayStep(demand.status, "withdrawn") ? { status: "withdrawn" as const, since: ctx.now().toISOString() } : {};
    await save(ctx, Demand.change(ctx, demand, { ...erasedDemand, ...over, consent, person: undefined }));
  }
  return found.length;
}

/** Erases what needs that were declined or withdrawn 180 days ago still say of their contact. */
export async function expireDemands(ctx: Ctx): Promise<number> {
  let erased = 0;
  for (const status of ["declined", "withdrawn"] as const)
    erased += await eraseOld(
      ctx,
      Demand,
      { pk: inReview(status), days: keptDays },
      ({ contact }) => contact.email !== "",
      (record) => save(ctx, Demand.change(ctx, record, { ...erasedDemand, person: undefined })),
    );
  return erased;
}
