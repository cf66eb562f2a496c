import { useMemo } from "preact/hooks";
import { currentLocale } from "../text.ts";
import type { ListColumn } from "./types.ts";

type Value = string | number | undefined;

/** Rows in the order of a column, what has no value last; as they are where there is no column. */
export function useSorted<T>(rows: readonly T[], column: ListColumn<T> | undefined, down: boolean): readonly T[] {
  const locale = currentLocale();
  return useMemo(() => {
    if (!column) return rows;
    const words = new Intl.Collator(locale, { numeric: true });
    const of = column.by ?? column.text;
    const compare = (a: Value, b: Value) =>
      typeof a === "number" && typeof b === "number" ? a - b : words.compare(String(a), String(b));
    const pairs = rows.map((row) => ({ row, value: of(row) }));
    const empty = (value: Value) => value === undefined || value === "";
    pairs.sort((a, b) =>
      empty(a.value) || empty(b.value)
        ? Number(empty(a.value)) - Number(empty(b.value))
        : compare(a.value, b.value) * (down ? -1 : 1),
    );
    return pairs.map(({ row }) => row);
  }, [rows, column, down, locale]);
}
