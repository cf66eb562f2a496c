import type { Words } from "@lingxi/core/platform/text";
import type { Cell } from "@lingxi/core/platform/xlsx";
import { ulid } from "ulid";
import { ApiProblem, api } from "../api.ts";
import { toCsv } from "../list/csv.ts";
import { saveCsv, saveWorkbook, sheetOf, toCells } from "../list/rows-file.ts";
import type { FileFormat, ListColumn } from "../list/types.ts";
import { currentLocale } from "../text.ts";
import { type ExportJob, keepExport, keptExports, piecesOf } from "./export-store.ts";
import { dropExporting, exportsNow, noteExport, putExporting } from "./now.ts";
import { tell } from "./runner.ts";
import { newSeal, openPiece, sealPiece } from "./seal.ts";

/** Milliseconds between two words to the server on how far it has come. */
const telling = 2000;

/** What a list says of itself, as far as its file needs it. */
export interface Exported<T> {
  readonly caption: string;
  readonly columns: readonly ListColumn<T>[];
  readonly timeZone: string;
  /** Rows a page. */
  readonly most: number;
}

interface Wanted {
  readonly owner: string;
  readonly title: Words;
  readonly name: string;
  readonly format: FileFormat;
  readonly href: string;
  readonly api: string;
}

/** Begins to read a list into a file; it goes on whatever page is opened. @returns the job when it is over, or was interrupted */
export async function beginExport<T>(of: Exported<T>, { format, ...wanted }: Wanted): Promise<ExportJob> {
  const begun = { rows: 0, pieces: 0, status: "running" as const, at: new Date().toISOString(), locale: currentLocale() };
  const sheet = format === "xlsx" ? { sheet: sheetOf(of.caption, of.columns, of.timeZone) } : {};
  const job: ExportJob = { ...wanted, ...begun, ...sheet, id: `wrk_${ulid().toLowerCase()}` };
  noteExport();
  await keepExport(job);
  await tell("", {
    method: "POST",
    body: { id: job.id, title: job.title, href: job.href, kind: "export", total: 0, seal: newSeal(job.id) },
  });
  return go(of, job);
}

/** Goes on with what was interrupted of the list at this address: only the list itself knows how its rows are written. */
export async function resumeExports<T>(of: Exported<T>, owner: string, address: string): Promise<readonly ExportJob[]> {
  const mine = (await keptExports(owner)).filter(
    (job) =>
      job.status === "running" &&
      job.api === address &&
      job.locale === currentLocale() &&
      !exportsNow().some((one) => one.job.id === job.id),
  );
  return Promise.all(mine.map((job) => go(of, job)));
}

/** One window alone reads a list. */
async function go<T>(of: Exported<T>, job: ExportJob): Promise<ExportJob> {
  const ran = await navigator.locks.request(`lingxi.export.${job.id}`, { ifAvailable: true }, (lock) =>
    lock ? read(of, job) : undefined,
  );
  return ran ?? job;
}

async function read<T>({ columns, most }: Exported<T>, begun: ExportJob): Promise<ExportJob> {
  const ending = new AbortController();
  const { signal } = ending;
  const { id, api: address } = begun;
  let job = begun;
  const show = () => putExporting({ job, stop: () => ending.abort() });
  show();
  const say = (over: boolean) => {
    const { rows, status } = job;
    const total = over && status === "finished" && rows ? { total: rows } : {};
    return tell<{ stopAsked: boolean }>(`/${id}`, { method: "PUT", body: { done: rows, failed: 0, over, ...total } });
  };
  const timer = setInterval(() => void say(false).then((answer) => answer?.stopAsked && ending.abort()), telling);
  const put = async (change: Partial<ExportJob>, piece?: Uint8Array<ArrayBuffer>) => {
    job = { ...job, ...change };
    await keepExport(job, piece);
    show();
  };
  try {
    do {
      const { cursor, rows, pieces } = job;
      const mark = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
      const path = `${address}${address.includes("?") ? "&" : "?"}limit=${most}${mark}`;
      const page = await api<{ items: readonly T[]; cursor?: string }>(path, { signal });
      const piece = job.sheet ? JSON.stringify(toCells(columns, page.items)) : await toCsv(columns, page.items, pieces === 0);
      await put({ cursor: page.cursor, rows: rows + page.items.length, pieces: pieces + 1 }, await sealPiece(id, piece));
    } while (job.cursor && !signal.aborted);
    await put({ status: job.cursor ? "stopped" : "finished" });
  } catch (error) {
    if (signal.aborted) await put({ status: "stopped" });
    else if (!(error instanceof ApiProblem)) throw error;
  } finally {
    clearInterval(timer);
  }
  // What was interrupted is not over: the list goes on with it when it is opened again.
  if (job.status !== "running") await say(true);
  if (job.status === "finished") await saveExport(job);
  dropExporting(id);
  return job;
}

/** Hands the file to the reader. */
export async function saveExport(job: ExportJob): Promise<void> {
  const pieces = await Promise.all((await piecesOf(job)).map((piece) => openPiece(job.id, piece)));
  if (!job.sheet) return saveCsv(job.name, ...pieces);
  // An empty cell is null in JSON.
  const cells = pieces.flatMap((piece) =>
    (JSON.parse(new TextDecoder().decode(piece)) as (Cell | null)[][]).map((row) => row.map((cell) => cell ?? undefined)),
  );
  return saveWorkbook(job.name, job.sheet, cells);
}
