import type { Localised } from "@lingxi/core/platform/text";
import type { OrderView } from "@lingxi/core/roadshow/schema";
import { toInstant } from "../activities/draft.ts";
import { toLocal } from "./call-draft.ts";

/** A project, or a break with its name. */
export type DraftRow =
  | { readonly entryId: string; readonly minutes: string }
  | { readonly name: Localised; readonly minutes: string };

export interface OrderDraft {
  readonly startsAt: string;
  readonly rows: readonly DraftRow[];
}

export const orderDraft = ({ startsAt, rows }: OrderView): OrderDraft => ({
  startsAt: toLocal(startsAt),
  rows: rows.map((row) =>
    "entryId" in row ? { entryId: row.entryId, minutes: String(row.minutes) } : { name: row.name, minutes: String(row.minutes) },
  ),
});

export const orderInput = ({ startsAt, rows }: OrderDraft) => ({
  startsAt: toInstant(startsAt),
  rows: rows.map((row) => ({ ...row, minutes: Number(row.minutes) })),
});

/** When each row begins, `14:05`, as far as it can be told. */
export function clocks({ startsAt, rows }: OrderDraft): string[] {
  const [hours = Number.NaN, minutes = Number.NaN] = startsAt.slice(11).split(":").map(Number);
  let at = hours * 60 + minutes;
  return rows.map((row) => {
    const from = at;
    at += Number(row.minutes);
    const two = (n: number) => String(n).padStart(2, "0");
    return Number.isFinite(from) ? `${two(Math.floor(from / 60) % 24)}:${two(from % 60)}` : "";
  });
}
