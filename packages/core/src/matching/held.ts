import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { askLink } from "./answer-ask.ts";
import { type AskRecord, Asks, asksTo, erasedAsk } from "./entity.ts";

async function ofPeople(ctx: Ctx, people: readonly string[]): Promise<(AskRecord & Stored)[]> {
  const pages = await Promise.all(people.map((person) => Asks.list(ctx, { index: "byOwner", pk: asksTo(person), limit: 500 })));
  return pages.flatMap(({ items }) => items).filter(({ contact }) => contact.email);
}

/** What a person was asked about needs and offers, and said. */
export const heldAsks = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await ofPeople(ctx, people)).map((a) => ({
    kind: "match",
    id: a.id,
    title: {
      "zh-CN": `对接征询：${a.demandTitle["zh-CN"] || a.demandId}`,
      en: `Asked about: ${a.demandTitle.en ?? (a.demandTitle["zh-CN"] || a.demandId)}`,
    },
    page: `/my/matches/${askLink.token(ctx, a)}`,
    facts: factsOf([
      [held.name, a.contact.name],
      [held.email, a.contact.email],
      [held.remark, a.note],
      [held.state, a.status],
      [held.since, a.since],
    ]),
    consents: [],
    record: { id: a.id, demandId: a.demandId, offerId: a.offerId, status: a.status, note: a.note, contact: a.contact },
  }));

/** Erases who was asked and what they wrote; that a side said yes or no stays. */
export async function eraseAsks(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await ofPeople(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const ask of found) await save(ctx, Asks.change(ctx, ask, { ...erasedAsk, person: undefined }));
  return found.length;
}
