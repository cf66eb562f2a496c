import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import type { Words } from "../platform/text.ts";
import { askLink } from "./answer-ask.ts";
import { takeAway } from "./documents.ts";
import { type AskRecord, Asks, asksTo, Documents, erasedAsk, notesOn, papersOn, Reminders } from "./entity.ts";

async function ofPeople(ctx: Ctx, people: readonly string[]): Promise<(AskRecord & Stored)[]> {
  const pages = await Promise.all(people.map((person) => Asks.list(ctx, { index: "byOwner", pk: asksTo(person), limit: 500 })));
  return pages.flatMap(({ items }) => items).filter(({ contact }) => contact.email);
}

/** What a person was asked about needs and offers, and said; papers and notes of the pairs whose one side they are. */
export const heldAsks = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> => [
  ...(await heldAnswers(ctx, people)),
  ...(await heldDealings(ctx, people)),
];

const heldAnswers = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
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

/** What is kept of pairs whose one side they are: papers that name people, and notes. */
async function papersAndNotes(ctx: Ctx, people: readonly string[]) {
  const lists = await Promise.all(
    people.flatMap((person) =>
      (["byOwner", "byChain"] as const).map(async (index) => ({
        papers: (await Documents.list(ctx, { index, pk: papersOn(person), limit: 500 })).items,
        notes: (await Reminders.list(ctx, { index, pk: notesOn(person), limit: 500 })).items.filter(({ note }) => note),
      })),
    ),
  );
  return { papers: lists.flatMap(({ papers }) => papers), notes: lists.flatMap(({ notes }) => notes) };
}

/** That they are there, and since when: what they say may tell of the other side too. */
async function heldDealings(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  const { papers, notes } = await papersAndNotes(ctx, people);
  const told = (title: Words, kept: readonly { readonly id: string; readonly at: string }[]) =>
    kept.map(
      ({ id, at }): Holding => ({
        kind: "match",
        id,
        title,
        facts: factsOf([[held.since, at]]),
        consents: [],
        record: { id, at },
      }),
    );
  return [
    ...told({ "zh-CN": "撮合材料（含个人信息）", en: "A document of a match that names people" }, papers),
    ...told({ "zh-CN": "撮合备忘", en: "A note about a match" }, notes),
  ];
}

/** Takes away papers that name people, and what notes say. A note that two of one pair are named in is found by either. */
async function eraseDealings(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const { papers, notes } = await papersAndNotes(ctx, people);
  const one = ({ id }: { readonly id: string }) => only === undefined || id === only;
  const [files, texts] = [papers.filter(one), notes.filter(one)];
  for (const paper of files) await takeAway(ctx, paper);
  for (const note of texts) await save(ctx, Reminders.change(ctx, note, { note: "", need: undefined, offer: undefined }));
  return files.length + texts.length;
}

/** Erases who was asked and what they wrote, papers that name people, and notes; that a side said yes or no stays. */
export async function eraseAsks(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await ofPeople(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const ask of found) await save(ctx, Asks.change(ctx, ask, { ...erasedAsk, person: undefined }));
  return found.length + (await eraseDealings(ctx, people, only));
}
