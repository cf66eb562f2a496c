import { useEffect, useRef } from "preact/hooks";
import { t } from "../text.ts";
import { classOf } from "./row.tsx";
import type { ListColumn } from "./types.ts";
import { words } from "./words.ts";

export interface Sorting {
  /** The column and the way it stands now. */
  readonly key: string | undefined;
  readonly down: boolean;
  by(key: string): void;
}

interface Props<T> {
  columns: readonly ListColumn<T>[];
  sorting: Sorting;
  /** The box that selects all rows. */
  all?: { readonly state: "none" | "some" | "all"; set(on: boolean): void };
}

/** The heads of the columns, each a button that sorts by it: upward, downward, as it was. */
export function Heads<T>({ columns, sorting, all }: Props<T>) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = all?.state === "some";
  }, [all?.state]);
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {all && (
          <th role="columnheader" scope="col" class="list__pick">
            <input
              ref={box}
              type="checkbox"
              aria-label={t(words.selectLoaded)}
              checked={all.state === "all"}
              onChange={(event) => all.set(event.currentTarget.checked)}
            />
          </th>
        )}
        {columns.map((column, n) => {
          const on = sorting.key === column.key;
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              class={classOf(column, n)}
              aria-sort={on ? (sorting.down ? "descending" : "ascending") : "none"}
            >
              <button type="button" class="list__sort" onClick={() => sorting.by(column.key)}>
                {column.label}
                <span aria-hidden="true">{on ? (sorting.down ? " ↓" : " ↑") : ""}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
