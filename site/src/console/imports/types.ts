import type { Words } from "@lingxi/core/platform/text";

export const outcomes = ["imported", "updated", "unchanged", "duplicate", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export interface ImportLine {
  readonly line: number;
  readonly outcome: Outcome;
  readonly reason?: Words | undefined;
  readonly warnings: readonly Words[];
}

export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly status: "running" | "finished" | "stopped";
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly done?: number | undefined;
  readonly stopAsked?: boolean | undefined;
  readonly rows: number;
  readonly pages: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly warnings: number;
  /** The same file was imported before; nothing was changed. */
  readonly repeated?: boolean;
}
