import type { Words } from "@lingxi/core/platform/text";
import { ulid } from "ulid";
import { ApiProblem, api } from "../../../api.ts";
import { dropRunning, putRunning, workEnded, workMoved } from "../../../long-work/now.ts";
import { sentence } from "../../../long-work/run.ts";
import { tell } from "../../../long-work/runner.ts";
import { currentLocale } from "../../../text.ts";

export interface PersonRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Lost {
  readonly line: number;
  readonly name: string;
  readonly why: string;
}

export interface Tally {
  readonly done: number;
  readonly total: number;
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly already: number;
  readonly lost: readonly Lost[];
  readonly over?: "finished" | "stopped" | "broken";
}

interface EnteredRow {
  readonly row: number;
  readonly outcome: "confirmed" | "waitlisted" | "already" | "refused";
  readonly problems?: readonly { readonly message: Words }[];
  readonly because?: Words;
}

interface Wanted {
  readonly title: Words;
  readonly href: string;
  readonly path: string;
  readonly body: object;
  readonly rows: readonly PersonRow[];
  readonly told: (tally: Tally) => void;
}

/** Rows a call. */
const together = 50;

/**
 * Enters rows, some at a time, and shows it in the tray; what has been entered stays whatever happens. The rows are nowhere kept in the browser,
 * so a page that is closed ends it, and the same file goes on from there.
 */
export function enterRows({ title, href, path, body, rows, told }: Wanted): { stop(): void } {
  const id = `wrk_${ulid().toLowerCase()}`;
  const ending = new AbortController();
  let tally: Tally = { done: 0, total: rows.length, confirmed: 0, waitlisted: 0, already: 0, lost: [] };
  const job = { id, owner: "", title, href, calls: [] };
  const report = (over: boolean) => ({
    total: rows.length,
    done: rows.slice(0, tally.done - tally.lost.length).map(({ line }) => String(line)),
    failed: tally.lost.map(({ line, name, why }) => ({ id: String(line), name, why })),
    rest: rows.length - tally.done,
    over,
    broken: tally.over === "broken",
  });
  const show = () => {
    putRunning({ job, report: report(false), elsewhere: false, stop: () => ending.abort() });
    told(tally);
  };
  const say = async (over: boolean) => {
    const refusals = tally.lost
      .slice(0, 200)
      .map(({ line, why }) => ({ id: String(line), name: String(line), why: why.slice(0, 500) }));
    const body = { done: tally.done - tally.lost.length, failed: tally.lost.length, over, refusals };
    const answer = await tell<{ stopAsked: boolean }>(`/${id}`, { method: "PUT", body });
    if (answer?.stopAsked) ending.abort();
  };
  const add = (batch: readonly PersonRow[], entered: readonly EnteredRow[]) => {
    const locale = currentLocale();
    const of = (outcome: EnteredRow["outcome"]) => entered.filter((row) => row.outcome === outcome).length;
    const lost = entered.flatMap(({ row, outcome, problems = [], because }): Lost[] => {
      const one = batch[row - 1];
      const why = because?.[locale] ?? problems.map(({ message }) => message[locale]).join(" ");
      return one && outcome === "refused" ? [{ line: one.line, name: one.fields.name ?? "", why }] : [];
    });
    tally = {
      ...tally,
      done: tally.done + batch.length,
      confirmed: tally.confirmed + of("confirmed"),
      waitlisted: tally.waitlisted + of("waitlisted"),
      already: tally.already + of("already"),
      lost: [...tally.lost, ...lost],
    };
  };

  async function work(): Promise<void> {
    await tell("", { method: "POST", body: { id, title, href, total: rows.length } });
    let over: NonNullable<Tally["over"]> = "finished";
    for (let at = 0; at < rows.length; at += together) {
      if (ending.signal.aborted) {
        over = "stopped";
        break;
      }
      const batch = rows.slice(at, at + together);
      try {
        const { rows: entered } = await api<{ rows: EnteredRow[] }>(path, {
          method: "POST",
          body: { ...body, rows: batch.map(({ fields }) => fields) },
        });
        add(batch, entered);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.status === 0 || error.status === 401) {
          over = "broken";
          break;
        }
        // Something in these rows that nobody may say again, or a right that is gone: none of them came in.
        add(
          batch,
          batch.map((_, n) => ({ row: n + 1, outcome: "refused", because: { "zh-CN": sentence(error), en: sentence(error) } })),
        );
      }
      show();
      if ((at / together) % 10 === 9) await say(false);
    }
    tally = { ...tally, over };
    told(tally);
    await say(true);
    dropRunning(id);
    for (const name of [workMoved, workEnded]) dispatchEvent(new Event(name));
  }
  show();
  void work();
  return { stop: () => ending.abort() };
}
