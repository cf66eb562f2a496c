import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { usePulse } from "../pulse.ts";
import { t } from "../text.ts";
import { Button, Empty, Notice } from "../ui.tsx";
import { Bar, Tabs } from "./bar.tsx";
import { BulkAsk, BulkProgress } from "./bulk-dialog.tsx";
import { Grid } from "./grid.tsx";
import { SelectionBar } from "./selection.tsx";
import type { BulkAction, FileFormat, ListFilter, ListOf } from "./types.ts";
import { type Asked, useAsked } from "./use-asked.ts";
import { useListWork } from "./use-list-work.ts";
import { type Rows, useRows } from "./use-rows.ts";
import { useSorted } from "./use-sorted.ts";
import { useOpening } from "./use-views.ts";
import { words } from "./words.ts";

const noFilters: readonly ListFilter[] = [];

/**
 * A list of the console: filters, sorts, pages, selects and exports; what it shows is its address. It has no title of its own.
 * `of` must stay the same object while it says the same (`useMemo`), since a long list is drawn from it.
 */
export function List<T>({ of }: { of: ListOf<T> }) {
  const asked = useAsked(of.tabs, of.filters);
  const open = useOpening();
  const address = addressOf(of, asked);
  const list = useRows<T>(address, of.most ?? 500);
  const work = useListWork(of, list, address);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<BulkAction<T>>();
  const shown = useMemo(() => of.columns.filter(({ fileOnly }) => !fileOnly), [of]);
  const column = of.columns.find(({ key }) => key === asked.sort?.key);
  const local = column && !column.own;
  const rows = useSorted(list.rows ?? none<T>(), local && list.complete ? column : undefined, asked.sort?.down ?? false);
  const everything = useRef(work.everything);
  everything.current = work.everything;
  useEffect(() => setSelected(new Set()), [address]);
  const [moved, setMoved] = useState(false);
  // A short list is asked for again; a long one would lose its place.
  usePulse(of.topic, () => (list.complete && rows.length <= 500 ? list.reload() : setMoved(true)));
  useEffect(() => {
    // Sorting by what the server does not know needs all rows.
    if (local && list.rows && !list.stale && !list.complete) void everything.current();
  }, [local, address, list.stale]);

  const selection = useMemo(
    () => ({
      has: (id: string) => selected.has(id),
      size: selected.size,
      set: (ids: readonly string[], on: boolean) =>
        setSelected((before) => {
          const after = new Set(before);
          for (const id of ids) on ? after.add(id) : after.delete(id);
          return after;
        }),
    }),
    [selected],
  );
  const chosen = () => rows.filter((row) => selected.has(of.rowId(row)));
  const sorting = {
    key: asked.sort?.key ?? of.columns.find(({ own }) => own)?.key,
    down: asked.sort?.down ?? of.order?.(asked.tab) !== "oldest",
    by: (key: string) => asked.change({ sort: nextSort(key, asked) }),
  };

  return (
    <div class="stack list-page" aria-busy={list.stale}>
      {of.tabs && <Tabs tabs={of.tabs} asked={asked} />}
      <Bar asked={asked} filters={of.filters ?? noFilters} />
      {list.problem && (
        <Notice tone="error">
          <p>{list.problem}</p>
          <Button look="quiet" onClick={list.rows?.length ? list.more : list.reload}>
            {t(words.retry)}
          </Button>
        </Notice>
      )}
      {moved && (
        <Notice>
          <Button
            look="quiet"
            onClick={() => {
              setMoved(false);
              list.reload();
            }}
          >
            {t(words.moved)}
          </Button>
        </Notice>
      )}
      {work.bulk && <BulkProgress {...work.bulk} onStop={work.stop} />}
      {selected.size > 0 && (
        <SelectionBar
          count={selected.size}
          more={!list.complete || selected.size < rows.length}
          busy={work.busy}
          actions={of.actions ?? []}
          onAll={() => void work.everything().then((all) => all && setSelected(new Set(all.map(of.rowId))))}
          onNone={() => setSelected(new Set())}
          onExport={(format) => void work.exportRows(format, chosen())}
          onAction={setAsking}
        />
      )}
      {(!list.rows || !open) && !list.problem && <p role="status">{t(words.loading)}</p>}
      {open && list.rows?.length === 0 && list.complete && <Nothing of={of} asked={asked} />}
      {open && rows.length > 0 && (
        <Grid
          of={of}
          columns={shown}
          rows={rows}
          complete={list.complete}
          sorting={sorting}
          selection={selection}
          onEnd={() => {
            if (!list.complete && !list.stale && !list.problem && !work.busy) list.more();
          }}
        />
      )}
      {open && list.rows && (
        <Foot
          list={list}
          running={work.running}
          told={work.told}
          onStop={work.stop}
          onExport={(format) => void work.exportRows(format)}
        >
          {local && !list.complete && column ? t(words.sortWaits, { name: column.label, n: list.rows.length }) : undefined}
        </Foot>
      )}
      {asking && (
        <BulkAsk
          action={asking}
          rows={chosen()}
          onClose={() => setAsking(undefined)}
          onRun={(fitting, said) => {
            setAsking(undefined);
            void work.runAction(asking, fitting, said).then(({ failed }) => setSelected(new Set(failed.map(({ id }) => id))));
          }}
        />
      )}
    </div>
  );
}

const empty: readonly never[] = [];
const none = <T,>(): readonly T[] => empty;

/** Upward, downward, then as the list stands by itself. */
function nextSort(key: string, { sort }: Asked): string {
  if (sort?.key !== key) return key;
  return sort.down ? "" : `-${key}`;
}

function addressOf<T>(of: ListOf<T>, asked: Asked): string {
  const query = new URLSearchParams();
  if (of.tabs) query.set(of.tabs.name, asked.tab);
  for (const [name, value] of Object.entries(asked.filters)) query.set(name, value);
  if (asked.q) query.set("q", asked.q);
  if (asked.sort && of.columns.find(({ key }) => key === asked.sort?.key)?.own)
    query.set("order", asked.sort.down ? "newest" : "oldest");
  return query.size ? `${of.api}?${query}` : of.api;
}

/** Where nothing is shown: what would bring something here, or what hides it. */
function Nothing<T>({ of, asked }: { of: ListOf<T>; asked: Asked }) {
  if (asked.narrowed) return <Empty title={t(words.nothing)} help={t(words.nothingHelp)} />;
  const { title, help, more } = of.empty(asked.tab);
  return (
    <Empty title={title} help={help}>
      {more}
    </Empty>
  );
}

interface FootProps<T> {
  list: Rows<T>;
  running: string;
  told: string;
  onStop: () => void;
  onExport: (format: FileFormat) => void;
  children?: string | undefined;
}

/** How much is here, and what can be done with all of it. */
function Foot<T>({ list, running, told, onStop, onExport, children }: FootProps<T>) {
  const n = list.rows?.length ?? 0;
  const says = list.complete ? words.all : list.busy ? words.lookingOn : words.some;
  return (
    <footer class="list-foot">
      <p role="status">{told || running || children || t(says, { n })}</p>
      {running && (
        <Button look="quiet" onClick={onStop}>
          {t(words.stop)}
        </Button>
      )}
      {!running && !list.complete && (
        <Button look="quiet" busy={list.busy} onClick={list.more}>
          {t(words.more)}
        </Button>
      )}
      {!running && n > 0 && (
        <>
          <Button look="quiet" onClick={() => onExport("csv")}>
            {t(words.exportAll)}
          </Button>
          <Button look="quiet" onClick={() => onExport("xlsx")}>
            {t(words.exportAllXlsx)}
          </Button>
        </>
      )}
    </footer>
  );
}
