import { tidy } from "./text.ts";

/** 万元 as people type it (`12.5`, `1,200 万元`, full-width) → 分. Nothing for an empty field, not a number for what is none. */
export function fen(typed: string | undefined): number | undefined {
  const text = tidy(typed ?? "").replace(/[,，\s]|万元?$/g, "");
  if (!text) return undefined;
  const parts = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(text);
  return parts ? Number(parts[1]) * 1_000_000 + Number((parts[2] ?? "").padEnd(6, "0")) : Number.NaN;
}

/** 分 → 万元 as people type it. */
export const wan = (amount: number | undefined): string => (amount === undefined ? "" : String(amount / 1_000_000));
