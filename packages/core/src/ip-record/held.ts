import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { erasedPatent, ofPerson, Patent, type PatentRecord } from "./entity.ts";

async function ofPeople(ctx: Ctx, people: readonly string[]): Promise<(PatentRecord & Stored)[]> {
  const pages = await Promise.all(
    people.map((person) => Patent.list(ctx, { index: "byOwner", pk: ofPerson(person), limit: 500 })),
  );
  return pages.flatMap(({ items }) => items).filter(({ contact }) => contact?.email);
}

/** The patents whose contact the person is. */
export const heldPatents = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await ofPeople(ctx, people)).map((p) => ({
    kind: "patent",
    id: p.id,
    title: { "zh-CN": `专利：${p.title}`, en: `Patent: ${p.title}` },
    facts: factsOf([
      [held.name, p.contact?.name],
      [held.email, p.contact?.email],
      [held.phone, p.contact?.phone],
      [held.organisation, p.holder],
      [held.state, p.status],
      [held.since, p.since],
    ]),
    consents: [],
    record: { id: p.id, number: p.number, title: p.title, holder: p.holder, contact: p.contact },
  }));

/** Erases what patents say of a person; the patents stay on offer. */
export async function erasePatents(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await ofPeople(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const patent of found) await save(ctx, Patent.change(ctx, patent, { ...erasedPatent, person: undefined }));
  return found.length;
}
