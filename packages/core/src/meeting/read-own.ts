import * as z from "zod";
import { activityAtDoor } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { requestsWith } from "./end.ts";
import { type OutcomeRecord, Outcomes, type ProfileRecord, Request, Schedule } from "./entity.ts";
import { type Proposal, proposalFor } from "./from-listings.ts";
import { openSeat, statusOf } from "./open.ts";
import type { RequestStatus, Span } from "./schema.ts";
import { profilesBy, type Shown, shown } from "./shown.ts";
import { slotsOf } from "./slots.ts";

export interface Between extends Shown {
  readonly status: RequestStatus;
  readonly mine: boolean;
  readonly answerBy: string;
}

export interface AgendaRow extends Span {
  readonly id: string;
  readonly with: { readonly id: string; readonly name: string; readonly organisation: string };
  readonly table: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly said?: Pick<OutcomeRecord, "outcome" | "followUp" | "again"> | undefined;
}

/** The meetings of one who takes part, as their page shows them. */
export interface OwnMeetings {
  readonly activity: {
    readonly id: string;
    readonly title: Localised;
    readonly venue: Localised;
    readonly timeZone: string;
    readonly cancelled: boolean;
  };
  readonly name: string;
  readonly organisation: string;
  readonly slots: readonly Span[];
  readonly asksUntil: string;
  readonly open: boolean;
  readonly expireHours: number;
  readonly profile?: Pick<ProfileRecord, "id" | "brings" | "seeks" | "chains" | "times" | "onBoard" | "consent"> | undefined;
  /** What a profile may begin with, where there is none. */
  readonly proposal?: Proposal | undefined;
  /** Whom one invited or agreed to meet, in the order of one's wishes. */
  readonly wishes: readonly Between[];
  /** Who waits for one's answer. */
  readonly waiting: readonly Between[];
  readonly publishedAt?: string | undefined;
  readonly agenda: readonly AgendaRow[];
}

export const readOwnMeetings = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<OwnMeetings> {
    const { registration, setup, profile } = await openSeat(ctx, token);
    const { activityId, person, name, organisation } = registration;
    const activity = await activityAtDoor(ctx, activityId);
    const { id, title, venue, timeZone, status } = activity;
    const { asksUntil, expireHours } = setup;
    const now = ctx.now().toISOString();
    const taking = profile?.status === "in" ? profile : undefined;
    return {
      activity: { id, title, venue, timeZone, cancelled: status === "cancelled" },
      ...{ name, organisation, asksUntil, expireHours, slots: slotsOf(setup), open: asksUntil > now && status === "published" },
      ...(taking
        ? {
            profile: {
              ...{ id: taking.id, brings: taking.brings, seeks: taking.seeks, chains: taking.chains },
              ...{ times: taking.times, onBoard: taking.onBoard, consent: taking.consent },
            },
          }
        : { proposal: await proposalFor(ctx, person, registration.locale) }),
      ...(await standing(ctx, taking)),
      ...(await agendaOf(ctx, activityId, person)),
    };
  },
});

/** What stands between somebody and others: wishes in their order, and what waits for an answer. */
async function standing(ctx: Ctx, me: ProfileRecord | undefined): Promise<Pick<OwnMeetings, "wishes" | "waiting">> {
  if (!me) return { wishes: [], waiting: [] };
  const { activityId, person } = me;
  // Read whole by their keys, so that what was just done is there; the index brings what others began.
  const keys = me.wishes.map((to) => Request.key({ activityId, from: person, to }));
  const wished = keys.length ? (await ctx.table.getMany(keys, true)).map((item) => Request.read(item)) : [];
  const requests = new Map([...(await requestsWith(ctx, activityId, person)), ...wished].map((request) => [request.id, request]));
  const now = ctx.now().toISOString();
  const all = [...requests.values()].map((request) => ({
    request,
    other: request.from === person ? request.to : request.from,
    status: statusOf(request, now),
  }));
  const profiles = await profilesBy(
    ctx,
    activityId,
    all.map(({ other }) => other),
  );
  const between = all.flatMap(({ request, other, status }): (Between & { other: string })[] => {
    const profile = profiles.get(other);
    if (profile?.status !== "in") return [];
    return [{ ...shown(profile), other, status, mine: request.from === person, answerBy: request.answerBy }];
  });
  const place = ({ other }: { other: string }) => {
    const at = me.wishes.indexOf(other);
    return at < 0 ? me.wishes.length : at;
  };
  const plain = ({ other: _, ...rest }: Between & { other: string }): Between => rest;
  const waits = (one: Between) => one.status === "asked" && !one.mine;
  const stands = (one: Between) =>
    one.status === "accepted" || (one.mine && one.status !== "withdrawn" && one.status !== "cancelled");
  return {
    wishes: between
      .filter(stands)
      .sort((a, b) => place(a) - place(b))
      .map(plain),
    waiting: between.filter(waits).map(plain),
  };
}

/** Somebody's part of the published schedule, in order; what was cancelled is there, marked. */
export async function agendaOf(
  ctx: Ctx,
  activityId: string,
  person: string,
): Promise<Pick<OwnMeetings, "publishedAt" | "agenda">> {
  const schedule = await Schedule.find(ctx, { activityId });
  const rows = (schedule?.rows ?? []).filter(({ a, b }) => a === person || b === person);
  if (!rows.length) return { publishedAt: schedule?.publishedAt, agenda: [] };
  const other = ({ a, b }: { a: string; b: string }) => (a === person ? b : a);
  const [profiles, said] = await Promise.all([
    profilesBy(ctx, activityId, rows.map(other)),
    ctx.table.getMany(rows.map(({ id }) => Outcomes.key({ activityId, id, by: person }))),
  ]);
  const outcomes = new Map(said.map((item) => [String(item.id), Outcomes.read(item)]));
  const agenda = rows.map((row): AgendaRow => {
    const { id, startsAt, endsAt, tableName, sequence, cancelled = false } = row;
    const profile = profiles.get(other(row));
    const mine = outcomes.get(id);
    return {
      ...{ id, startsAt, endsAt, table: tableName, sequence, cancelled },
      with: { id: profile?.id ?? "", name: profile?.name ?? "", organisation: profile?.organisation ?? "" },
      ...(mine ? { said: { outcome: mine.outcome, followUp: mine.followUp, again: mine.again } } : {}),
    };
  });
  return { publishedAt: schedule?.publishedAt, agenda: agenda.sort((x, y) => (x.startsAt < y.startsAt ? -1 : 1)) };
}
