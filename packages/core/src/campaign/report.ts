import type { Words } from "../platform/text.ts";

/** What became of one line of a file. */
export const outcomes = ["imported", "updated", "unchanged", "duplicate", "refused"] as const;

export interface ReportLine {
  /** As a person sees it in the file: the header is line 1. */
  readonly line: number;
  readonly outcome: (typeof outcomes)[number];
  /** Name and address as found, so that the row is recognised. */
  readonly name: string;
  readonly email: string;
  /** Why it was not imported, with the field, what was found, and the remedy. */
  readonly reason?: Words | undefined;
  /** What came in but should be looked at, and what differs from what was kept. */
  readonly warnings: readonly Words[];
}

export const emptyCounts = () => ({ imported: 0, updated: 0, unchanged: 0, duplicate: 0, refused: 0 });
