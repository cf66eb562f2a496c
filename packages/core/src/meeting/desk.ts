import * as z from "zod";
import { activityAtDoor, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Reference } from "../platform/schema.ts";
import { agreedOf, allRequests, poseProblem, profilesOf } from "./agreed.ts";
import { boardToken } from "./board.ts";
import {
  Draft,
  type DraftRecord,
  Profile,
  type ProfileRecord,
  peopleOf,
  Run,
  type RunRecord,
  Schedule,
  Setup,
  type SetupRecord,
} from "./entity.ts";
import { statusOf } from "./open.ts";
import { verdictsOf } from "./outcome.ts";
import type { DeskRow, MeetingDesk, MeetingPerson } from "./schema.ts";
import { slotsOf } from "./slots.ts";
import { allTwins } from "./twins.ts";
import { bindingOf } from "./why-not.ts";

const staff = ["organiser", "check-in", "auditor"] as const;

interface Sides {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}
export const readDesk = command({
  input: z.object({ activityId: Reference }),
  access: staff,
  scope: partOf,
  async run(ctx, { activityId }): Promise<MeetingDesk> {
    const [activity, setup, run, draft, schedule] = await Promise.all([
      activityAtDoor(ctx, activityId),
      Setup.find(ctx, { activityId }),
      Run.find(ctx, { activityId }),
      Draft.find(ctx, { activityId }),
      Schedule.find(ctx, { activityId }),
    ]);
    const [profiles, requests, verdicts, twins] = await Promise.all([
      profilesOf(ctx, activityId),
      allRequests(ctx, activityId),
      verdictsOf(ctx, activityId),
      allTwins(ctx, activityId),
    ]);
    const name = (person: string) => {
      const { name = "", organisation = "" } = profiles.get(person) ?? {};
      return [name, organisation].filter(Boolean).join(" · ") || "–";
    };
    const sides = <T extends Sides>({ a, b, ...row }: T) => ({ ...row, a: name(a), b: name(b) });
    const now = ctx.now().toISOString();
    const count = (status: string) => requests.filter((request) => statusOf(request, now) === status).length;
    const live = (schedule?.rows ?? []).filter(({ cancelled }) => !cancelled);
    const published = new Map(live.map((row) => [row.id, row]));
    const said = live.flatMap(({ id }) => verdicts.get(id) ?? []);
    const agreed = agreedOf(requests, profiles);
    const binding = setup ? bindingOf(poseProblem(setup, agreed, profiles, { now: "", had: new Map() })) : { people: [] };
    const deskRow = ({
      id,
      a,
      b,
      startsAt,
      endsAt,
      tableName,
    }: (typeof live)[number] | DraftRecord["rows"][number]): DeskRow => ({
      ...sides({ id, a, b }),
      ...{ startsAt, endsAt, table: tableName },
    });
    const {
      activityId: _,
      endsAt: __,
      createdAt: ___,
      updatedAt: ____,
      updatedBy: _____,
      ...content
    } = setup ?? ({} as SetupRecord & Stored);
    return {
      title: activity.title,
      ...{ timeZone: activity.timeZone, startsAt: activity.startsAt, endsAt: activity.endsAt },
      isMatchmaking: activity.kind === "matchmaking",
      ...(setup
        ? { setup: { ...content, version: setup.version, slots: slotsOf(setup).length }, board: boardToken(ctx, activityId) }
        : {}),
      figures: {
        people: [...profiles.values()].filter(({ status }) => status === "in").length,
        ...{ asked: count("asked"), accepted: agreed.length, declined: count("declined"), expired: count("expired") },
        held: said.filter(({ outcome }) => outcome === "held").length,
        absent: said.filter(({ outcome }) => outcome === "absent").length,
        followUp: said.filter(({ followUp }) => followUp).length,
        again: said.filter(({ again }) => again).length,
      },
      binding: { ...binding, people: binding.people.map(({ person, ...rest }) => ({ name: name(person), ...rest })) },
      ...(run ? { run: pickRun(run) } : {}),
      ...(draft && draft.rows.length + draft.unplaced.length > 0
        ? {
            draft: {
              ...{ kind: draft.kind, seed: draft.seed, madeAt: draft.madeAt, version: draft.version, stopped: draft.stopped },
              ...{ breaks: draft.breaks, spread: draft.spread, missing: draft.missing, bound: draft.bound },
              rows: draft.rows.map((row) => {
                const was = published.get(row.id);
                const moved = was && (was.startsAt !== row.startsAt || was.table !== row.table);
                return {
                  ...deskRow(row),
                  ...(moved ? { was: { startsAt: was.startsAt, table: was.tableName } } : {}),
                  ...(was || !live.length ? {} : { fresh: true }),
                };
              }),
              unplaced: draft.unplaced.map(({ who, ...row }) => ({ ...sides(row), ...(who ? { who: name(who) } : {}) })),
              gone: live.filter(({ id, endsAt }) => endsAt > now && !draft.rows.some((row) => row.id === id)).map(deskRow),
            },
          }
        : {}),
      agreed: agreed.map(sides),
      twins: twins.map(({ id, holder, at, state }) => ({ id, at, state, name: name(holder) })),
      publishedAt: schedule?.publishedAt,
      rows: live
        .map((row) => ({ ...deskRow(row), ...(verdicts.has(row.id) ? { verdict: verdicts.get(row.id) } : {}) }))
        .sort((x, y) => (x.startsAt < y.startsAt ? -1 : x.startsAt > y.startsAt ? 1 : x.table < y.table ? -1 : 1)),
    };
  },
});

const pickRun = ({ id, kind, status, done, missing, breaks, stopAsked, startedAt }: RunRecord) => ({
  ...{ id, kind, status, done, startedAt },
  ...(missing === undefined ? {} : { missing, breaks }),
  ...(stopAsked ? { stopAsked } : {}),
});

/** Who takes part, for those who run it. */
export const listMeetingPeople = command({
  input: Listing.omit({ order: true }).extend({ activityId: Reference, status: Narrow(z.enum(["in", "blocked"])) }),
  access: staff,
  scope: partOf,
  async run(ctx, { activityId, status, q, ...paging }): Promise<Page<MeetingPerson>> {
    const keep = every<ProfileRecord>(
      (p) => p.status !== "out",
      await holding(ctx, q, (p) => [p.name, p.organisation, p.brings, p.seeks]),
      status && ((p) => p.status === status),
    );
    const page = await listing(ctx, Profile, { pk: peopleOf(activityId) }, paging, keep);
    return {
      ...page,
      items: page.items.map(({ id, name, organisation, brings, seeks, times, wishes, status: stands }) => ({
        ...{ id, name, organisation, brings, status: stands, times: times.length, wishes: wishes.length },
        ...(seeks ? { seeks } : {}),
      })),
    };
  },
});
