import { dayOf } from "../platform/time.ts";
import type { DemandState, DemandStatus } from "./schema.ts";

const steps: Readonly<Record<DemandStatus, readonly DemandStatus[]>> = {
  submitted: ["changes-requested", "listed", "declined", "withdrawn"],
  "changes-requested": ["submitted", "declined", "withdrawn"],
  // Changed by its enterprise, it is reviewed again.
  listed: ["submitted", "withdrawn"],
  declined: [],
  withdrawn: [],
};

/** Whether the review of a need may go from one state to the other. */
export const mayStep = (from: DemandStatus, to: DemandStatus): boolean => steps[from].includes(to);

const moves: Readonly<Record<DemandState, readonly DemandState[]>> = {
  // Nobody may have come forward at all.
  open: ["in-contact", "unsolved"],
  "in-contact": ["solved", "unsolved", "open"],
  solved: ["open"],
  unsolved: ["open"],
};

/** Whether a listed need may go from one state to the other; closed ones can be opened again. */
export const mayMove = (from: DemandState, to: DemandState): boolean => moves[from].includes(to);

/** A need that looks for somebody: listed, and not closed. */
export const looks = ({ status, state }: { readonly status: DemandStatus; readonly state: DemandState }): boolean =>
  status === "listed" && (state === "open" || state === "in-contact");

/** The enterprise may change what a need says while it is under review, and while it looks for somebody: then it is reviewed again. */
export const mayChange = (demand: { readonly status: DemandStatus; readonly state: DemandState }): boolean =>
  demand.status === "submitted" || demand.status === "changes-requested" || looks(demand);

/** Days after which an enterprise is asked whether its need still stands, unless an organiser named a day. The one place that says so. */
export const reviewDays = 90;
/** Days after that in which it may answer before the need is marked as stale. */
export const graceDays = 14;

const day = 86_400_000;
/** So many days after a day. Days have no time of day, so no clock is changed between them. */
export const daysAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** When a listed need is to be looked at again. Those listed before there was such a day count from their listing. */
export const reviewDay = (demand: {
  readonly reviewOn?: string | undefined;
  readonly listedAt?: string | undefined;
  readonly since: string;
}): string => demand.reviewOn ?? daysAfter(dayOf(new Date(demand.listedAt ?? demand.since)), reviewDays);

/** Days after which a need that was declined or withdrawn is tidied away, with the contact data in it. */
export const keptDays = 180;
