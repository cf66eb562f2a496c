import { useRef, useState } from "preact/hooks";
import type { Report } from "../long-work/run.ts";
import { beginWork, workMoved, workNow } from "../long-work/runner.ts";
import { useSession } from "../session.ts";
import { t } from "../text.ts";
import { toCsv } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import type { BulkAction, ListOf } from "./types.ts";
import { mostRows, type Rows } from "./use-rows.ts";
import { words } from "./words.ts";

/** Loading everything, exporting, and doing something to many rows: one at a time, each can be stopped. */
export function useListWork<T>(of: ListOf<T>, list: Rows<T>) {
  const [told, setTold] = useState("");
  const [running, setRunning] = useState("");
  const [bulk, setBulk] = useState<{ label: string; report: Report }>();
  const stop = useRef<AbortController | undefined>(undefined);

  const { staffId } = useSession();
  const ending = useRef<(() => void) | undefined>(undefined);

  const begin = () => {
    stop.current?.abort();
    stop.current = new AbortController();
    setTold("");
    setBulk(undefined);
    return stop.current.signal;
  };
  const bring = async (signal: AbortSignal, said: (n: number) => string): Promise<readonly T[] | undefined> => {
    if (list.complete && list.rows) return list.rows;
    setRunning(said(list.rows?.length ?? 0));
    try {
      const rows = await list.all(signal, (n) => setRunning(said(n)));
      if (rows && rows.length >= mostRows) setTold(t(words.tooMany, { n: mostRows }));
      return rows;
    } finally {
      setRunning("");
    }
  };

  return {
    /** The sentence after it ended. */
    told,
    /** The sentence while it is under way; empty when nothing is. */
    running,
    bulk,
    busy: running !== "" || (bulk !== undefined && !bulk.report.over),
    stop() {
      stop.current?.abort();
      ending.current?.();
    },
    /** Brings every row that matches. */
    everything: () => bring(begin(), (n) => t(words.selecting, { n })),
    /** Saves the rows as a file; all that match where none are given. */
    async exportRows(given?: readonly T[]) {
      const signal = begin();
      const rows = given ?? (await bring(signal, (n) => t(words.exporting, { n })));
      if (!rows || signal.aborted) return;
      saveFile(`${of.caption}-${day()}.csv`, "text/csv;charset=utf-8", await toCsv(of.columns, rows));
      setTold((before) => [before, t(words.exported, { n: rows.length })].filter(Boolean).join(" "));
    },
    /** Does it to each row; goes on when another page is opened. */
    async runAction(action: BulkAction<T>, rows: readonly T[], said: string): Promise<Report> {
      begin();
      const label = t(action.label);
      const calls = rows.map((row) => ({ id: of.rowId(row), name: of.rowName(row), ...action.call(row, said) }));
      const follow = () => {
        const one = workNow().find(({ job }) => job.calls === calls);
        if (!one?.report) return;
        ending.current = one.stop;
        setBulk({ label, report: one.report });
      };
      addEventListener(workMoved, follow);
      const { pathname, search } = location;
      const report = await beginWork({ owner: staffId, title: action.label, href: pathname + search, calls });
      removeEventListener(workMoved, follow);
      ending.current = undefined;
      setBulk({ label, report });
      const done = new Set(report.done);
      list.replace((row) => (done.has(of.rowId(row)) ? undefined : row));
      return report;
    },
  };
}

const day = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
