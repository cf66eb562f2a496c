import { legalOn } from "../ip-record/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { dayOf } from "../platform/time.ts";
import { talentInPool, talentTexts } from "../talent/reactions.ts";
import { type Deal, type DealEntry, Pair } from "./deal-schema.ts";
import {
  type AskRecord,
  Asks,
  asksOf,
  type ConversionRecord,
  Conversions,
  type DocumentRecord,
  Documents,
  documentPrefix,
  ofDemand,
  type ReminderRecord,
  Reminders,
  reminderPrefix,
  type StepRecord,
  Steps,
  stepPrefix,
} from "./entity.ts";
import { partOf } from "./judge.ts";
import { toReminder } from "./list-reminders.ts";
import { pairNow } from "./pair-now.ts";
import { type About, kindOfOffer } from "./supplied.ts";

const most = 1000;

/** A need and an offer: what was done with them, the newest first, with documents, reminders and the agreement. */
export const readDeal = command({
  input: Pair,
  access: ["broker", "organiser", "auditor"],
  scope: partOf,
  async run(ctx, { demandId, offerId }): Promise<Deal> {
    const own = { pk: ofDemand(demandId), limit: most };
    const [{ demand, supplied }, asks, steps, documents, reminders, conversion] = await Promise.all([
      pairNow(ctx, { demandId, offerId }),
      Asks.list(ctx, { index: "byChain", pk: asksOf(demandId), limit: most }),
      Steps.list(ctx, { ...own, begins: `${stepPrefix}${offerId}#` }),
      Documents.list(ctx, { ...own, begins: `${documentPrefix}${offerId}#` }),
      Reminders.list(ctx, { ...own, begins: `${reminderPrefix}${offerId}#` }),
      Conversions.find(ctx, { demandId, offerId }),
    ]);
    const asked = asks.items.filter((ask) => ask.offerId === offerId);
    const taken = steps.items.filter(({ takenBack }) => !takenBack);
    const history = [
      ...taken.map(stepEntry),
      ...asked.flatMap(askEntries),
      ...documents.items.flatMap(documentEntries),
      ...reminders.items.flatMap(reminderEntries),
    ].sort(newestFirst);
    return {
      ...{ demandId, offerId, kind: kindOfOffer(offerId), chain: demand.chain, demandTitle: demand.title },
      ...(await offerOf(ctx, offerId, JSON.parse(supplied.offer.payload ?? "{}") as About)),
      related: taken.some(({ related }) => related) || asked.some(({ related }) => related),
      history,
      documents: documents.items
        .filter(({ removed }) => !removed)
        .map(({ id, kind, personal, size, at, by }) => ({ id, kind, personal, size, at, by })),
      reminders: reminders.items
        .toSorted((a, b) => (a.status === b.status ? (a.on < b.on ? -1 : 1) : a.status === "open" ? -1 : 1))
        .map(toReminder)
        .map(({ demandId: _, offerId: __, chain: ___, title: ____, ...reminder }) => reminder),
      ...(conversion?.made ? { conversion: await conversionOf(ctx, conversion) } : {}),
    };
  },
});

/** Of an expert what the public profile says now. */
async function offerOf(ctx: Ctx, id: string, about: About): Promise<Pick<Deal, "offerTitle" | "organisation" | "inForce">> {
  if (about.kind === "talent") {
    const talent = await talentTexts(ctx, id);
    return { offerTitle: { "zh-CN": talent?.name ?? "" }, organisation: talent?.organisation ?? "" };
  }
  const { title, organisation, legal, expiresOn } = about;
  const inForce = legal && { inForce: legalOn({ legal, expiresOn }, dayOf(ctx.now())) === "in-force" };
  return { offerTitle: title, organisation, ...inForce };
}

async function conversionOf(ctx: Ctx, conversion: ConversionRecord): Promise<NonNullable<Deal["conversion"]>> {
  const { way, on, chain, amountFrom, amountTo } = conversion;
  const managers = await Promise.all(
    conversion.managers.map(async (id) => (await talentInPool(ctx, id)) ?? { id, name: "", organisation: "" }),
  );
  return {
    way,
    on,
    chain,
    ...(amountFrom === undefined ? {} : { amountFrom }),
    ...(amountTo === undefined ? {} : { amountTo }),
    managers,
  };
}

const newestFirst = (a: DealEntry, b: DealEntry) => {
  const [x, y] = [a, b].map(({ at, recordedAt = "" }) => `${at.slice(0, 10)}#${at.length > 10 ? at : recordedAt}`);
  return (x as string) < (y as string) ? 1 : -1;
};

const stepEntry = ({ on, step, reason, related, at, by }: StepRecord & Stored): DealEntry => ({
  ...{ at: on, what: "step", step, related },
  ...(reason ? { reason } : {}),
  // Steps of before say neither.
  ...(at ? { recordedAt: at, by } : {}),
});

const askEntries = ({ side, askedAt, status, since, note, related }: AskRecord): DealEntry[] => [
  { at: askedAt, what: "asked", side },
  ...(status === "open" ? [] : [{ at: since, what: "answered" as const, side, status, related, ...(note ? { note } : {}) }]),
];

const documentEntries = ({ at, by, kind, removed }: DocumentRecord): DealEntry[] => [
  { at, what: "document", by, kind },
  ...(removed ? [{ ...removed, what: "document-removed" as const, kind }] : []),
];

const reminderEntries = ({ at, by, on, note, done }: ReminderRecord): DealEntry[] => [
  { at, what: "reminder", by, on, note },
  ...(done ? [{ ...done, what: "reminder-done" as const, on, note }] : []),
];
