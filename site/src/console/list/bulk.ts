import { ApiProblem, api } from "../api.ts";
import type { BulkAction } from "./types.ts";

/** What became of one row that did not take it. */
export interface Refused {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** How far a bulk action has come; `rest` were not begun, since it was stopped. */
export interface BulkReport {
  readonly total: number;
  readonly done: readonly string[];
  readonly failed: readonly Refused[];
  readonly rest: number;
  readonly over: boolean;
}

/** Rows that are asked for at the same time. */
const atOnce = 3;

interface Bulk<Row> {
  readonly action: Pick<BulkAction<Row>, "call">;
  readonly rows: readonly Row[];
  readonly said: string;
  readonly id: (row: Row) => string;
  readonly name: (row: Row) => string;
  readonly signal: AbortSignal;
  readonly told: (report: BulkReport) => void;
  readonly send?: (path: string, body: object) => Promise<unknown>;
}

const post = (path: string, body: object) => api(path, { method: "POST", body });

/**
 * Does something to one row after the other, a few at once; each is one call that stands by itself. What is refused is kept with its
 * reason and the rest goes on; a stop lets what is on its way finish. Where the session or the server is gone it stops by itself.
 */
export async function runBulk<Row>({ action, rows, said, id, name, signal, told, send = post }: Bulk<Row>): Promise<BulkReport> {
  const done: string[] = [];
  const failed: Refused[] = [];
  let next = 0;
  let gone = false;
  const report = (over: boolean): BulkReport => ({
    total: rows.length,
    done: [...done],
    failed: [...failed],
    rest: rows.length - done.length - failed.length,
    over,
  });
  const worker = async () => {
    while (next < rows.length && !signal.aborted && !gone) {
      const row = rows[next++] as Row;
      try {
        const { path, body } = action.call(row, said);
        await send(path, body);
        done.push(id(row));
      } catch (error) {
        gone ||= error instanceof ApiProblem && (error.status === 0 || error.status === 401);
        failed.push({ id: id(row), name: name(row), why: sentence(error) });
      }
      told(report(false));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, worker));
  const last = report(true);
  told(last);
  return last;
}

/** The refusal in words: what is wrong with a field says more than that something is. */
const sentence = (error: unknown): string =>
  error instanceof ApiProblem && error.fields.length
    ? error.fields.map(({ message }) => message).join(" ")
    : error instanceof Error
      ? error.message
      : String(error);
