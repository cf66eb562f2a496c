import { homeZone } from "@lingxi/core/platform/time";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Exporting, exportsNow, isExportKept, workMoved, workNow } from "../long-work/now.ts";
import type { Report } from "../long-work/run.ts";
import { useSession } from "../session.ts";
import { t } from "../text.ts";
import type { BulkAction, FileFormat, ListOf } from "./types.ts";
import { mostRows, type Rows } from "./use-rows.ts";
import { words } from "./words.ts";

const exports = () => import("../long-work/export.ts");
const files = () => import("./rows-file.ts");
const runner = () => import("../long-work/runner.ts");

/**
 * Loading everything, exporting, and doing something to many rows: one at a time, each can be stopped. An export that has to read, and what is
 * done to rows, go on when another page is opened and after a reload.
 * @param address the list as it is narrowed, in the API
 */
export function useListWork<T>(of: ListOf<T>, list: Rows<T>, address: string) {
  const [told, setTold] = useState("");
  const [bringing, setBringing] = useState("");
  const [bulk, setBulk] = useState<{ label: string; report: Report }>();
  const [exporting, setExporting] = useState<Exporting>();
  const stop = useRef<AbortController | undefined>(undefined);
  const { staffId } = useSession();
  const ending = useRef<(() => void) | undefined>(undefined);
  const { caption, columns, most = 500, timeZone = homeZone } = of;
  const exported = { caption, columns, most, timeZone };

  useEffect(() => {
    const follow = () => setExporting(exportsNow().find(({ job }) => job.api === address));
    follow();
    addEventListener(workMoved, follow);
    // What was interrupted here goes on.
    if (isExportKept())
      void exports()
        .then(({ resumeExports }) => resumeExports(exported, staffId, address))
        .then(([job]) => job?.status === "finished" && setTold(t(words.exported, { n: job.rows })));
    return () => removeEventListener(workMoved, follow);
  }, [address]);

  const begin = () => {
    stop.current?.abort();
    stop.current = new AbortController();
    setTold("");
    setBulk(undefined);
    return stop.current.signal;
  };
  const bring = async (signal: AbortSignal, said: (n: number) => string): Promise<readonly T[] | undefined> => {
    if (list.complete && list.rows) return list.rows;
    setBringing(said(list.rows?.length ?? 0));
    try {
      const rows = await list.all(signal, (n) => setBringing(said(n)));
      if (rows && rows.length >= mostRows) setTold(t(words.tooMany, { n: mostRows }));
      return rows;
    } finally {
      setBringing("");
    }
  };
  const here = () => location.pathname + location.search;
  const running = bringing || (exporting ? t(words.exporting, { n: exporting.job.rows }) : "");

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
      exporting?.stop();
    },
    /** Brings every row that matches. */
    everything: () => bring(begin(), (n) => t(words.selecting, { n })),
    /** Saves the rows as a file: those given, or all that match, page by page where they are not here. */
    async exportRows(format: FileFormat, given?: readonly T[]) {
      begin();
      const rows = given ?? (list.complete ? list.rows : undefined);
      const name = `${caption}-${day()}`;
      if (rows) {
        const { saveRows } = await files();
        await saveRows(name, format, exported, rows);
        return setTold(t(words.exported, { n: rows.length }));
      }
      const title = { "zh-CN": `导出：${caption}`, en: `Export: ${caption}` };
      const { beginExport } = await exports();
      const job = await beginExport(exported, { owner: staffId, title, name, format, href: here(), api: address });
      if (job.status === "finished") setTold(t(words.exported, { n: job.rows }));
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
      const { beginWork } = await runner();
      const report = await beginWork({ owner: staffId, title: action.label, href: here(), calls });
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
