import * as z from "zod";
import { activityAtDoor, holdersOf, partOf } from "../activity/index.ts";
import { contactsOf, mailTo, openInvitation } from "../campaign/index.ts";
import { hasCome } from "../check-in/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Listing, listing } from "../platform/listing.ts";
import { ConditionFailed } from "../platform/table.ts";
import type { Localised } from "../platform/text.ts";
import { campaignOf, type GuestRecord, Guests, guestsOf } from "./entity.ts";
import { type GuestStage, guestStages, invitationMissing } from "./schema.ts";

const One = z.object({ activityId: z.string().max(40) });
const ByToken = z.object({ token: z.string().max(200) });

/** One guest and how far the invitation went. */
export interface GuestRow {
  readonly person: string;
  /** Absent once the contact is gone. */
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly stage: GuestStage;
  readonly chosenAt: string;
  readonly openedAt?: string | undefined;
}

/** Sent, or on its way where nobody knows whether it arrived. */
const gone = new Set(["accepted", "delivered", "bounced", "complained", "unknown"]);

async function rowsOf(ctx: Ctx, activityId: string, guests: readonly GuestRecord[]): Promise<GuestRow[]> {
  if (!guests.length) return [];
  const people = guests.map(({ person }) => person);
  const [holders, contacts] = await Promise.all([holdersOf(ctx, activityId, people), contactsOf(ctx, people)]);
  return Promise.all(
    guests.map(async ({ person, round, chosenAt, openedAt }): Promise<GuestRow> => {
      const holder = holders.get(person);
      const { name, organisation } = contacts.get(person) ?? {};
      const stageOf = async (): Promise<GuestStage> => {
        if (holder && holder.status !== "cancelled") return (await hasCome(ctx, holder)) ? "came" : "registered";
        if (openedAt) return "opened";
        return gone.has((await mailTo(ctx, campaignOf(round), person)) ?? "") ? "invited" : "chosen";
      };
      return { person, name, organisation, stage: await stageOf(), chosenAt, openedAt };
    }),
  );
}

/** Who is invited and how far it went, in no order that means anything. */
export const listGuests = command({
  input: Listing.pick({ limit: true, cursor: true }).extend({
    ...One.shape,
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId, ...paging }): Promise<Page<GuestRow>> {
    const page = await listing(ctx, Guests, { pk: guestsOf(activityId) }, paging);
    return { ...page, items: await rowsOf(ctx, activityId, page.items) };
  },
});

/** How many were chosen, written to, opened their link, registered, and came; each counts in all the stages before. */
export const countGuests = command({
  input: One,
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<Record<GuestStage, number>> {
    const counts = { chosen: 0, invited: 0, opened: 0, registered: 0, came: 0 };
    let cursor: string | undefined;
    do {
      const page = await Guests.list(ctx, { pk: guestsOf(activityId), limit: 100, cursor });
      for (const { stage } of await rowsOf(ctx, activityId, page.items))
        for (const reached of guestStages.slice(0, guestStages.indexOf(stage) + 1)) counts[reached]++;
      cursor = page.cursor;
    } while (cursor);
    return counts;
  },
});

/** What a guest's link leads to. Only reads, since mail scanners follow links. */
export const seeInvitation = command({
  input: ByToken,
  access: "public",
  async run(
    ctx,
    { token },
  ): Promise<{
    activityId: string;
    title: Localised;
    summary: Localised;
    venue: Localised;
    startsAt: string;
    endsAt: string;
    timeZone: string;
  }> {
    const { activityId } = await guestOf(ctx, token);
    const { title, summary, venue, startsAt, endsAt, timeZone } = await activityAtDoor(ctx, activityId);
    return { activityId, title, summary, venue, startsAt, endsAt, timeZone };
  },
});

/** Notes that a guest went on from the link, the first time, and says where to. */
export const followInvitation = command({
  input: ByToken,
  access: "public",
  async run(ctx, { token }): Promise<{ activityId: string }> {
    const { activityId, person } = await guestOf(ctx, token);
    const first = {
      condition: "attribute_exists(pk) AND attribute_not_exists(#openedAt)",
      values: { ":at": ctx.now().toISOString() },
    };
    try {
      await ctx.table.write([Guests.update(ctx, { activityId, person }, "SET #openedAt = :at", first)], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
    return { activityId };
  },
});

async function guestOf(ctx: Ctx, token: string): Promise<GuestRecord> {
  const named = openInvitation(ctx, token);
  if (!named) throw new DomainError(invitationMissing);
  return Guests.get(ctx, named, invitationMissing);
}
