import * as z from "zod";
import { activityAtDoor, holdersOf } from "../activity/index.ts";
import { agreedContact, campaignStatus, createCampaign, mailTo, onList } from "../campaign/index.ts";
import { hasCome } from "../check-in/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { campaignOf, type GuestRecord, Guests } from "./entity.ts";
import { type Facts, factsAbout } from "./facts.ts";
import { everyoneKnown, type Known } from "./known.ts";
import { draftFor } from "./letter.ts";
import { Choice, guestsChanged, mostGuests, nobodyToInvite, notInvitable, type PassedOver, tooManyGuests } from "./schema.ts";

const One = z.object({ activityId: z.string().max(40) });

/** Why the organiser's choice leaves somebody out. */
function outside(choice: Choice, { chains, kind, region, came }: Facts): PassedOver | undefined {
  const { chains: wanted, kinds, regions, attended } = choice;
  if (wanted.length && !chains.includes("all") && !chains.some((id) => wanted.includes(id))) return "chain";
  if (kinds.length && !(kind && kinds.includes(kind))) return "kind";
  if (regions.length && !(region && regions.some((one) => one === region))) return "region";
  return attended.length && !came ? "attendance" : undefined;
}

interface Judged {
  readonly known: Known;
  readonly why: PassedOver | undefined;
  readonly guest?: Awaited<ReturnType<typeof Guests.find>>;
}

/** Says of everyone who is known whether they would be invited. */
async function* judgeAll(ctx: Ctx, activityId: string, choice: Choice): AsyncGenerator<Judged> {
  const about = await factsAbout(ctx);
  let batch: Known[] = [];
  for await (const one of everyoneKnown(ctx, choice)) {
    batch.push(one);
    if (batch.length < 100) continue;
    yield* await judge(ctx, activityId, choice, batch, about);
    batch = [];
  }
  yield* await judge(ctx, activityId, choice, batch, about);
}

async function judge(
  ctx: Ctx,
  activityId: string,
  choice: Choice,
  batch: readonly Known[],
  about: (one: Known) => Omit<Facts, "came">,
): Promise<Judged[]> {
  if (!batch.length) return [];
  const people = batch.map(({ person }) => person);
  const [registered, items, came] = await Promise.all([
    holdersOf(ctx, activityId, people),
    ctx.table.getMany(people.map((person) => Guests.key({ activityId, person }))),
    cameTo(ctx, choice.attended, people),
  ]);
  const guests = new Map(items.map(Guests.read).map((guest) => [guest.person, guest]));
  return Promise.all(
    batch.map(async (known): Promise<Judged> => {
      const { person, excluded } = known;
      const guest = guests.get(person);
      const chosen = outside(choice, { ...about(known), came: came.has(person) });
      const status = registered.get(person)?.status;
      const there = status && status !== "cancelled" ? ("registered" as const) : undefined;
      const before = guest && !(await isFree(ctx, guest)) ? ("invited" as const) : undefined;
      return { known, why: chosen ?? excluded ?? there ?? before, guest };
    }),
  );
}

/** Puts somebody on the list of a round; who is no contact yet becomes one, by what they agreed to. */
const onRound = (ctx: Ctx, { contact, agreed }: Known, round: string): Write | undefined =>
  agreed ? agreedContact(ctx, agreed, round, contact) : contact && onList(ctx, contact, round);

/** Whether somebody who was chosen may be chosen again: their round was cancelled, and no mail to them was ever begun. */
async function isFree(ctx: Ctx, { round, person }: GuestRecord): Promise<boolean> {
  const campaign = campaignOf(round);
  const status = await campaignStatus(ctx, campaign);
  return status === "cancelled" && (await mailTo(ctx, campaign, person)) === undefined;
}

async function cameTo(ctx: Ctx, activities: readonly string[], people: readonly string[]): Promise<ReadonlySet<string>> {
  const came = new Set<string>();
  for (const activityId of activities)
    for (const holder of (await holdersOf(ctx, activityId, people)).values())
      if (!came.has(holder.person) && (await hasCome(ctx, holder))) came.add(holder.person);
  return came;
}

export interface GuestPreview {
  readonly considered: number;
  readonly included: number;
  readonly excluded: Readonly<Partial<Record<PassedOver, number>>>;
  readonly items: readonly {
    readonly person: string;
    readonly name?: string | undefined;
    readonly organisation?: string | undefined;
    readonly why?: PassedOver | undefined;
  }[];
}

/** Who would be invited, and of everyone else why not. Counts everybody, and shows the first hundred of those asked for. */
export const previewGuests = command({
  input: One.extend({ ...Choice.shape, show: z.enum(["included", "excluded"]).default("included"), limit: Paging.shape.limit }),
  access: ["organiser"],
  async run(ctx, { activityId, show, limit, ...choice }): Promise<GuestPreview> {
    await activityAtDoor(ctx, activityId);
    const excluded: Partial<Record<PassedOver, number>> = {};
    const items: GuestPreview["items"][number][] = [];
    let [considered, included] = [0, 0];
    for await (const { known, why } of judgeAll(ctx, activityId, choice)) {
      considered++;
      if (why) excluded[why] = (excluded[why] ?? 0) + 1;
      else included++;
      if (items.length < limit && (show === "included") === !why) {
        const { person, name, organisation } = known;
        items.push({ person, name, organisation, ...(why ? { why } : {}) });
      }
    }
    return { considered, included, excluded, items };
  },
});

/**
 * Chooses the guests of a round, as many as the organiser was shown, and writes the draft of the campaign that goes to them: it is tested and sent like
 * any other. Nobody is ever in two rounds of an activity. For organisers of everything: guests come from all contacts, and campaigns are of no part.
 * @throws DomainError `invitation.not-open`, `invitation.nobody`, `invitation.changed`, `invitation.too-many`
 */
export const inviteGuests = command({
  input: One.extend({ ...Choice.shape, expected: z.int().min(0) }),
  access: ["organiser"],
  async run(ctx, { activityId, expected, ...choice }): Promise<{ round: string; campaignId: string; chosen: number }> {
    const activity = await activityAtDoor(ctx, activityId);
    const now = ctx.now().toISOString();
    if (activity.status !== "published" || activity.registrationClosesAt <= now) throw new DomainError(notInvitable);
    const chosen: Judged[] = [];
    for await (const judged of judgeAll(ctx, activityId, choice)) if (!judged.why) chosen.push(judged);
    const included = chosen.length;
    if (!included) throw new DomainError(nobodyToInvite);
    if (included > mostGuests) throw new DomainError(tooManyGuests, { params: { included } });
    if (included !== expected) throw new DomainError(guestsChanged, { params: { expected, included } });
    const round = ctx.newId("inv");
    const campaignId = campaignOf(round);
    // Before anybody is chosen: a round without a campaign would hold its guests for good.
    await createCampaign(ctx, {
      ...draftFor(activity),
      topic: "invitations",
      id: campaignId,
      audience: { chains: [], importId: round, activityId },
    });
    let taken = 0;
    const choose = async ({ known, guest }: Judged) => {
      const record: GuestRecord = { activityId, person: known.person, round, chosenAt: now };
      const write = guest ? Guests.change(ctx, guest, record) : Guests.create(ctx, record);
      const listed = onRound(ctx, known, round);
      if (!listed) return;
      try {
        await ctx.table.write([write, listed], ctx.newId("tok").slice(4));
        taken++;
      } catch (error) {
        // Another round was faster, or the contact has just changed: they are not of this one.
        if (!(error instanceof ConditionFailed)) throw error;
      }
    };
    for (let at = 0; at < chosen.length; at += 16) await Promise.all(chosen.slice(at, at + 16).map(choose));
    return { round, campaignId, chosen: taken };
  },
});
