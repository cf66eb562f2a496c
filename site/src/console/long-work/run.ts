import { ApiProblem, api } from "../api.ts";

/** One row's call, a POST; it stands by itself. `index` is its place in the whole. */
export interface Call {
  readonly id: string;
  /** What the row is called. */
  readonly name: string;
  readonly path: string;
  readonly body: object;
}

/** What became of one row that did not take it. */
export interface Refused {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** How far long work has come; `rest` were not begun, or not answered. */
export interface Report {
  readonly total: number;
  /** Ids of the rows that took it. */
  readonly done: readonly string[];
  readonly failed: readonly Refused[];
  readonly rest: number;
  readonly over: boolean;
  /** It ended since nobody is signed in, or the server is away: it can go on later. */
  readonly broken: boolean;
}

/** Rows that are asked for at the same time. */
const atOnce = 3;

export interface Run {
  readonly calls: readonly Call[];
  /** What became of rows before, by their index: empty for done, else why not. */
  readonly before?: ReadonlyMap<number, string>;
  readonly signal: AbortSignal;
  readonly told: (report: Report) => void;
  /** A row is about to be asked for. */
  readonly began?: (index: number) => void;
  /** A row is answered. */
  readonly ended?: (index: number, why: string) => void;
  /** The refusal in words, where something else is to be said than what the API says. */
  readonly words?: (index: number, error: unknown) => string;
  readonly send?: (path: string, body: object) => Promise<unknown>;
}

const post = (path: string, body: object) => api(path, { method: "POST", body });

/**
 * Asks for one row after the other, a few at once. What is refused is kept with its reason and the rest goes on; a stop lets what is on
 * its way finish. Where the session or the server is gone it ends by itself, and what was not answered stays to be done.
 */
export async function run({ calls, before = new Map(), signal, told, began, ended, words, send = post }: Run): Promise<Report> {
  const became = new Map(before);
  let next = 0;
  let broken = false;
  const report = (over: boolean): Report => {
    const failed = [...became].flatMap(([index, why]) => {
      const call = calls[index];
      return why && call ? [{ id: call.id, name: call.name, why }] : [];
    });
    const done = [...became].flatMap(([index, why]) => (why ? [] : (calls[index]?.id ?? [])));
    return { total: calls.length, done, failed, rest: calls.length - became.size, over, broken };
  };
  const worker = async () => {
    while (next < calls.length && !signal.aborted && !broken) {
      const index = next++;
      const call = calls[index];
      if (!call || became.has(index)) continue;
      began?.(index);
      let why = "";
      try {
        await send(call.path, call.body);
      } catch (error) {
        if (error instanceof ApiProblem && (error.status === 0 || error.status === 401)) {
          broken = true;
          return;
        }
        why = words?.(index, error) || sentence(error);
      }
      became.set(index, why);
      ended?.(index, why);
      told(report(false));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, calls.length) }, worker));
  const last = report(true);
  told(last);
  return last;
}

/** The refusal in words: what is wrong with a field says more than that something is. */
export const sentence = (error: unknown): string =>
  error instanceof ApiProblem && error.fields.length
    ? error.fields.map(({ message }) => message).join(" ")
    : error instanceof Error
      ? error.message
      : String(error);
