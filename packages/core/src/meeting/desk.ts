import * as z from "zod";
import { activityAtDoor, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Reference } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
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
import { type Verdict, verdictsOf } from "./outcome.ts";
import type { Cause, Span } from "./schema.ts";
import { slotsOf } from "./slots.ts";
import { bindingOf } from "./why-not.ts";

const staff = ["organiser", "check-in", "auditor"] as const;

interface Sides {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}
export interface DeskRow extends Sides, Span {
  readonly table: string;
  /** In the draft: what is published now, where that is another time or table. */
  readonly was?: { readonly startsAt: string; readonly table: string } | undefined;
  readonly fresh?: boolean | undefined;
  readonly verdict?: Verdict | undefined;
}

/** Everything of the meetings of one activity, as those who run it see it. */
export interface MeetingDesk {
  readonly title: Localised;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isMatchmaking: boolean;
  readonly setup?:
    | (Omit<SetupRecord, "activityId" | "endsAt"> & { readonly version: number; readonly slots: number })
    | undefined;
  readonly board?: string | undefined;
  readonly figures: Readonly<
    Record<"people" | "asked" | "accepted" | "declined" | "expired" | "held" | "absent" | "followUp" | "again", number>
  >;
  readonly binding: {
    readonly people: readonly { readonly name: string; readonly meetings: number; readonly slots: number }[];
    readonly tables?: { readonly meetings: number; readonly places: number } | undefined;
  };
  readonly run?:
    | Pick<RunRecord, "id" | "kind" | "status" | "done" | "missing" | "breaks" | "stopAsked" | "startedAt">
    | undefined;
  readonly draft?:
    | (Pick<DraftRecord, "kind" | "seed" | "madeAt" | "breaks" | "spread" | "missing" | "bound" | "stopped"> & {
        readonly version: number;
        readonly rows: readonly DeskRow[];
        readonly unplaced: readonly (Sides & { readonly cause: Cause; readonly who?: string | undefined })[];
        /** What is published and would go. */
        readonly gone: readonly DeskRow[];
      })
    | undefined;
  readonly publishedAt?: string | undefined;
  readonly rows: readonly DeskRow[];
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
    const [profiles, requests, verdicts] = await Promise.all([
      profilesOf(ctx, activityId),
      allRequests(ctx, activityId),
      verdictsOf(ctx, activityId),
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
    const binding = setup ? bindingOf(poseProblem(setup, agreed, profiles)) : { people: [] };
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
              gone: live.filter(({ id }) => !draft.rows.some((row) => row.id === id)).map(deskRow),
            },
          }
        : {}),
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

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly brings: string;
  readonly seeks?: string | undefined;
  readonly times: number;
  readonly wishes: number;
  readonly status: ProfileRecord["status"];
}

/** Who takes part, for those who run it. */
export const listMeetingPeople = command({
  input: Listing.omit({ order: true }).extend({ activityId: Reference, status: Narrow(z.enum(["in", "blocked"])) }),
  access: staff,
  scope: partOf,
  async run(ctx, { activityId, status, q, ...paging }): Promise<Page<PersonRow>> {
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
