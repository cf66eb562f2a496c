import { useMemo } from "preact/hooks";
import { t } from "../text.ts";
import type { ListColumn, ListOf } from "./types.ts";
import { words } from "./words.ts";

interface Props<T> {
  of: ListOf<T>;
  columns: readonly ListColumn<T>[];
  row: T;
  index: number;
  /** Takes the tab key's one stop. */
  stop: boolean;
  selected: boolean | undefined;
  set: ((ids: readonly string[], on: boolean) => void) | undefined;
  onActive: (index: number) => void;
}

export const classOf = <T,>({ number, width, aside }: ListColumn<T>, n: number): string | undefined =>
  [n === 0 && "list__name", number && "number", width && `list__${width}`, aside && "list__aside"].filter(Boolean).join(" ") ||
  undefined;

/** One row; drawn again only when something of it changed. */
export function Row<T>({ of, columns, row, index, stop, selected, set, onActive }: Props<T>) {
  return useMemo(() => {
    const href = of.href?.(row);
    return (
      <tr
        role="row"
        data-row={index}
        class={selected ? "list__row list__row--selected" : "list__row"}
        aria-rowindex={index + 2}
        tabIndex={stop ? 0 : -1}
        {...(selected === undefined ? {} : { "aria-selected": selected })}
        onFocus={() => onActive(index)}
        onClick={() => onActive(index)}
      >
        {set && (
          <td role="gridcell" class="list__pick">
            <input
              type="checkbox"
              tabIndex={-1}
              checked={selected ?? false}
              aria-label={t(words.selectRow, { name: of.rowName(row) })}
              onChange={(event) => set([of.rowId(row)], event.currentTarget.checked)}
            />
          </td>
        )}
        {columns.map((column, n) => (
          <td role="gridcell" key={column.key} class={classOf(column, n)} data-label={column.label}>
            {n === 0 && href ? (
              <a href={href} tabIndex={-1} title={String(column.text(row) ?? "")}>
                {column.cell(row)}
              </a>
            ) : (
              column.cell(row)
            )}
          </td>
        ))}
      </tr>
    );
  }, [of, columns, row, index, stop, selected, set, onActive]);
}
