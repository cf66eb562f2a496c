import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { Calls, type GateRecord, Gates } from "./entity.ts";
import { throughGate } from "./gate.ts";
import {
  CallContent,
  type CallView,
  calledOff,
  callMissing,
  criteriaFixed,
  notRoadshow,
  placesTaken,
  resultOut,
} from "./schema.ts";
import { partOfRoadshow, runners, watchers } from "./scope.ts";

/** Sets a call up (version 0), or changes it. @throws DomainError `roadshow.other-kind`, `roadshow.called-off`, `roadshow.criteria-fixed`, `roadshow.places-taken`, `roadshow.result-out`, `record.changed` */
export const setCall = command({
  input: CallContent.safeExtend({ activityId: Reference, version: z.int() }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, version, ...content }): Promise<{ version: number }> {
    const activity = await activityOf(ctx, activityId);
    if (activity.status === "cancelled") throw new DomainError(calledOff);
    const { opensAt, closesAt, scoringClosesAt, places } = content;
    const known = await Calls.find(ctx, { activityId });
    if ((known?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    if (!known) {
      if (activity.kind !== "roadshow") throw new DomainError(notRoadshow);
      const gate: GateRecord = {
        ...{ activityId, opensAt, closesAt, scoringClosesAt, places },
        ...{ accepted: 0, entries: 0, handedIn: 0, decisions: 0 },
      };
      await save(ctx, Calls.create(ctx, { activityId, ...content }), Gates.create(ctx, gate));
      return { version: 1 };
    }
    const rules = (of: CallContent) => JSON.stringify([of.criteria.map(({ id, weight }) => [id, weight]), of.scale, of.scoring]);
    const other = rules(known) !== rules(content);
    await throughGate(
      ctx,
      activityId,
      {
        set: "#opensAt = :opensAt, #closesAt = :closesAt, #scoringClosesAt = :scoringClosesAt, #places = :places",
        condition: `attribute_not_exists(#resultAt) AND #accepted <= :places${other ? " AND #handedIn = :none" : ""}`,
        values: {
          ":opensAt": opensAt,
          ":closesAt": closesAt,
          ":scoringClosesAt": scoringClosesAt,
          ":places": places,
          ...(other ? { ":none": 0 } : {}),
        },
      },
      [Calls.change(ctx, known, content)],
      ({ resultAt, accepted }) =>
        resultAt
          ? new DomainError(resultOut)
          : accepted > places
            ? new DomainError(placesTaken, { params: { accepted } })
            : new DomainError(criteriaFixed),
    );
    return { version: version + 1 };
  },
});

const activityOf = (ctx: Ctx, activityId: string) => getActivity(asSystem(ctx, "roadshow"), { activityId });

/** What a call begins with: scored in the fortnight before the activity. */
const blank = (startsAt: string): CallContent => {
  const before = (days: number) => new Date(new Date(startsAt).getTime() - days * 86_400_000).toISOString();
  const criterion = (id: string, zh: string, en: string, weight: number) => ({ id, name: { "zh-CN": zh, en }, weight });
  return {
    ...{ opensAt: before(45), closesAt: before(15), scoringClosesAt: before(7) },
    ...{ scale: "0-10", scoring: "blind", places: 8, jurorsEach: 3, standardised: false },
    criteria: [
      criterion("novelty", "创新性", "Novelty", 30),
      criterion("lead", "领先性", "Lead over alternatives", 30),
      criterion("use", "实用性与成熟度", "Usefulness and readiness", 40),
    ],
  };
};

/** A call with its figures; before it is set up, with what it would begin with and version 0. */
export const getRoadshow = command({
  input: z.object({ activityId: Reference }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId }): Promise<CallView> {
    const activity = await activityOf(ctx, activityId);
    const [call, gate] = await Promise.all([Calls.find(ctx, { activityId }), Gates.find(ctx, { activityId })]);
    if (call && !gate) throw new DomainError(callMissing);
    const { opensAt, closesAt, scoringClosesAt, scale, scoring, places, jurorsEach, standardised, criteria } =
      call ?? blank(activity.startsAt);
    return {
      ...{ activityId, title: activity.title, version: call?.version ?? 0 },
      ...{ opensAt, closesAt, scoringClosesAt, scale, scoring, places, jurorsEach, standardised, criteria },
      ...{ entries: gate?.entries ?? 0, accepted: gate?.accepted ?? 0, handedIn: gate?.handedIn ?? 0 },
      ...(call?.result ? { result: call.result } : {}),
    };
  },
});
