import type { Outcome } from "../platform/sheet/run.ts";
import type { Words } from "../platform/text.ts";

export interface ReportLine {
  /** As a person sees it in the file: the header is line 1. */
  readonly line: number;
  readonly outcome: Outcome;
  /** Name and address as found, so that the row is recognised. */
  readonly name: string;
  readonly email: string;
  /** Why it was not imported, with the field, what was found, and the remedy. */
  readonly reason?: Words | undefined;
  /** What came in but should be looked at, and what differs from what was kept. */
  readonly warnings: readonly Words[];
}
