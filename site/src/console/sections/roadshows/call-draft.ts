import type { Localised } from "@lingxi/core/platform/text";
import { homeZone, localTime } from "@lingxi/core/platform/zone";
import type { CallView, Scale } from "@lingxi/core/roadshow/schema";
import { toInstant } from "../activities/draft.ts";

/** An instant on the clock of the programme, as the browser's field for times takes it. */
export const toLocal = (instant: string) => localTime(instant, homeZone);

export interface Criterion {
  readonly id: string;
  readonly name: Localised;
  readonly weight: string;
}

/** What the form holds: times on the clock of Beijing, numbers as they are typed. */
export interface Draft {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly scoringClosesAt: string;
  readonly scoring: "blind" | "open";
  readonly scale: Scale;
  readonly places: string;
  readonly jurorsEach: string;
  readonly standardised: boolean;
  readonly criteria: readonly Criterion[];
}

export const blank: Draft = {
  ...{ opensAt: "", closesAt: "", scoringClosesAt: "", scoring: "blind", scale: "0-10", places: "8", jurorsEach: "3" },
  ...{ standardised: false, criteria: [] },
};
export const draftOf = (call: CallView): Draft => ({
  ...{ opensAt: toLocal(call.opensAt), closesAt: toLocal(call.closesAt), scoringClosesAt: toLocal(call.scoringClosesAt) },
  ...{ scoring: call.scoring, scale: call.scale, places: String(call.places), jurorsEach: String(call.jurorsEach) },
  ...{ standardised: call.standardised, criteria: call.criteria.map((c) => ({ ...c, weight: String(c.weight) })) },
});
export const inputOf = (draft: Draft) => ({
  ...draft,
  ...{
    opensAt: toInstant(draft.opensAt),
    closesAt: toInstant(draft.closesAt),
    scoringClosesAt: toInstant(draft.scoringClosesAt),
  },
  ...{ places: Number(draft.places), jurorsEach: Number(draft.jurorsEach) },
  criteria: draft.criteria.map(({ id, ...c }, n) => ({ ...c, id: id || freeId(draft, n), weight: Number(c.weight) })),
});
/** A name for a criterion that has none yet, which no other has. */
const freeId = ({ criteria }: Draft, n: number) => {
  const taken = new Set(criteria.map(({ id }) => id));
  let at = n + 1;
  while (taken.has(`c${at}`)) at += criteria.length + 1;
  return `c${at}`;
};
