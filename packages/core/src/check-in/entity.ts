import { entity } from "../platform/entity.ts";
import type { Reported, Way } from "./schema.ts";

/** Whether somebody is in, and by which scan: one for each registration that was ever let in. */
export interface EntryRecord {
  readonly activityId: string;
  /** Keyed digest of the address, as the registration has it. */
  readonly person: string;
  readonly registrationId: string;
  readonly status: "in" | "undone";
  /** The scan that let them in. */
  readonly scanId: string;
  /** When, by the device's clock, never later than when we heard of it. */
  readonly at: string;
  readonly device: string;
  readonly way: Way;
  /** When we heard of it; devices ask for what changed since. */
  readonly changedAt: string;
  /** Scans and undoings that have had their effect and must have none again. */
  readonly spent: readonly string[];
}

/** A scan that let nobody in although somebody known stood there. Never changed. */
export interface ReportRecord {
  readonly activityId: string;
  /** The scan's. */
  readonly id: string;
  readonly person: string;
  readonly outcome: Reported;
  readonly at: string;
  readonly device: string;
  readonly way: Way;
  /** The device, that knew no better, let them in. */
  readonly letIn: boolean;
  readonly receivedAt: string;
  /** For a double: the entry that stood. */
  readonly entry?: { readonly at: string; readonly device: string } | undefined;
}

/** How many are in, and how many reports there are: on a partition of its own. */
export interface CountRecord {
  readonly activityId: string;
  readonly entered: number;
  readonly reports: number;
}

export const entriesOf = (activityId: string) => `entries#${activityId}`;
export const changesOf = (activityId: string) => `entry-changes#${activityId}`;
export const reportsOf = (activityId: string) => `door-reports#${activityId}`;

export const Entries = entity<EntryRecord, { activityId: string; person: string }>({
  type: "door-entry",
  key: ({ activityId, person }) => ({ pk: entriesOf(activityId), sk: person }),
  indexed: (e) => ({ byState: { pk: changesOf(e.activityId), sk: `${e.changedAt}#${e.person}` } }),
});

export const Reports = entity<ReportRecord, { activityId: string; id: string }>({
  type: "door-report",
  key: ({ activityId, id }) => ({ pk: reportsOf(activityId), sk: id }),
});

export const Counts = entity<CountRecord, { activityId: string }>({
  type: "door-count",
  key: ({ activityId }) => ({ pk: `door-count#${activityId}`, sk: "count" }),
});
