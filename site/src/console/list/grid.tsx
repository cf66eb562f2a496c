import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { go } from "../router.ts";
import { t } from "../text.ts";
import { Heads, type Sorting } from "./heads.tsx";
import { Row } from "./row.tsx";
import type { ListColumn, ListOf } from "./types.ts";
import { useWindow } from "./use-window.ts";
import { words } from "./words.ts";

interface Props<T> {
  of: ListOf<T>;
  columns: readonly ListColumn<T>[];
  rows: readonly T[];
  /** Whether there are no more rows than these. */
  complete: boolean;
  sorting: Sorting;
  /** Absent where nothing can be done to rows. */
  selection?: { readonly has: (id: string) => boolean; readonly size: number; set(ids: readonly string[], on: boolean): void };
  /** The end of what is loaded came near. */
  onEnd: () => void;
}

/**
 * A long table of which only what is seen is drawn. One stop for the tab key: arrows move from row to row, Home, End, Page up and
 * Page down further; Enter opens, the space bar selects, Shift with an arrow selects on the way.
 */
export function Grid<T>({ of, columns, rows, complete, sorting, selection, onEnd }: Props<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const { first, end, rowHeight, reach } = useWindow(body, rows.length);
  const [active, setActive] = useState(0);
  // Set when a key moved: the row takes the focus as soon as it is drawn.
  const moving = useRef(false);
  const within = useRef(false);

  useEffect(() => {
    if (end >= rows.length - 20) onEnd();
  }, [end, rows.length]);
  useLayoutEffect(() => {
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (moving.current && row) {
      moving.current = false;
      row.focus({ preventScroll: true });
    } else if (within.current && document.activeElement === document.body) table.current?.focus({ preventScroll: true });
  });

  const at = Math.min(active, rows.length - 1);
  const move = (to: number, select: boolean) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    if (select && selection) {
      const [from, until] = next < at ? [next, at] : [at, next];
      selection.set(rows.slice(from, until + 1).map(of.rowId), true);
    }
    moving.current = true;
    setActive(next);
    reach(next);
  };
  const page = () => Math.max(1, Math.floor(innerHeight / rowHeight) - 3);
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: (e) => move(at + 1, e.shiftKey),
    ArrowUp: (e) => move(at - 1, e.shiftKey),
    PageDown: () => move(at + page(), false),
    PageUp: () => move(at - page(), false),
    Home: () => move(0, false),
    End: () => move(rows.length - 1, false),
    Enter() {
      const row = rows[at];
      const href = row && of.href?.(row);
      if (href) go(href);
    },
    " "() {
      const row = rows[at];
      if (row) selection?.set([of.rowId(row)], !selection.has(of.rowId(row)));
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const onRow = target === table.current || target.dataset.row !== undefined;
    const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!onRow || !key) return;
    event.preventDefault();
    key(event);
  };

  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end]);
  const stop = at >= first && at < end ? at : first;
  const pick = selection && { set: selection.set };
  return (
    <>
      <p id="grid-help" class="visually-hidden">
        {t(selection ? words.grid : words.gridPlain)}
      </p>
      <table
        ref={table}
        class="list"
        role="grid"
        tabIndex={-1}
        aria-label={of.caption}
        aria-describedby="grid-help"
        aria-rowcount={complete ? rows.length + 1 : -1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        {...(selection ? { "aria-multiselectable": "true" } : {})}
        onKeyDown={onKeyDown}
        onFocusIn={() => {
          within.current = true;
        }}
        onFocusOut={(event) => {
          within.current = event.relatedTarget === null && within.current;
        }}
      >
        <Heads
          columns={columns}
          sorting={sorting}
          {...(selection
            ? {
                all: {
                  state: selection.size === 0 ? "none" : selection.size >= rows.length ? "all" : "some",
                  set: (on: boolean) => selection.set(rows.map(of.rowId), on),
                },
              }
            : {})}
        />
        <tbody ref={body} role="rowgroup">
          <Space rows={first} height={rowHeight} />
          {drawn.map((row, n) => (
            <Row
              key={of.rowId(row)}
              of={of}
              columns={columns}
              row={row}
              index={first + n}
              stop={stop === first + n}
              selected={selection?.has(of.rowId(row))}
              set={pick?.set}
              onActive={setActive}
            />
          ))}
          <Space rows={rows.length - end} height={rowHeight} />
        </tbody>
      </table>
    </>
  );
}

/** The room of the rows that are not drawn. */
function Space({ rows, height }: { rows: number; height: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="list__space" role="presentation">
      <td role="presentation" style={{ height: `${rows * height}px` }} />
    </tr>
  );
}
