import { useRef, useState } from "preact/hooks";
import { t } from "../text.ts";
import { type BulkReport, runBulk } from "./bulk.ts";
import { toCsv } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import type { BulkAction, ListOf } from "./types.ts";
import { mostRows, type Rows } from "./use-rows.ts";
import { words } from "./words.ts";

/** Loading everything, exporting, and doing something to many rows: one at a time, each can be stopped. */
export function useListWork<T>(of: ListOf<T>, list: Rows<T>) {
  const [told, setTold] = useState("");
  const [running, setRunning] = useState("");
  const [bulk, setBulk] = useState<{ label: string; report: BulkReport }>();
  const stop = useRef<AbortController | undefined>(undefined);

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
    stop: () => stop.current?.abort(),
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
    async runAction(action: BulkAction<T>, rows: readonly T[], said: string) {
      const signal = begin();
      const label = t(action.label);
      const report = await runBulk<T>({
        action,
        rows,
        said,
        id: of.rowId,
        name: of.rowName,
        signal,
        told: (so) => setBulk({ label, report: so }),
      });
      const done = new Set(report.done);
      list.replace((row) => (done.has(of.rowId(row)) ? undefined : row));
      return report;
    },
  };
}

const day = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
