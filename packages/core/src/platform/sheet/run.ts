import { createHash } from "node:crypto";
import { actorName } from "../actor.ts";
import type { Ctx } from "../context.ts";
import type { Entity, Stored } from "../entity.ts";
import { ConditionFailed } from "../table.ts";
import type { Words } from "../text.ts";

/** What became of one line of a file. */
export type Outcome = "imported" | "updated" | "unchanged" | "duplicate" | "refused";

/** What every import keeps of itself. */
export interface ImportRun {
  /** `imp_` and a digest of the bytes: the same file is the same import. */
  readonly id: string;
  readonly fileName: string;
  readonly encoding: string;
  /** `stopped`: somebody ended it; the same file goes on where it was. */
  readonly status: "running" | "finished" | "stopped";
  readonly startedAt: string;
  readonly startedBy: string;
  readonly rows: number;
  /** How many rows were looked at, told while it runs. */
  readonly done?: number | undefined;
  readonly stopAsked?: boolean | undefined;
  readonly pages: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly warnings: number;
}

interface RunLine {
  readonly outcome: Outcome;
  readonly warnings: readonly Words[];
}

/** A hundred lines of the report of one import. */
interface RunPage<L> {
  readonly importId: string;
  readonly page: number;
  readonly lines: readonly L[];
}

type Told = "status" | "startedAt" | "startedBy" | "done" | "stopAsked" | "pages" | "counts" | "warnings";

const pageLines = 100;
const atOnce = 16;
/** Milliseconds between two words on how far it has come, and between two looks at whether it is to end. */
const telling = 1000;

const emptyCounts = (): Record<Outcome, number> => ({ imported: 0, updated: 0, unchanged: 0, duplicate: 0, refused: 0 });

export const importNameOf = (bytes: Uint8Array): string =>
  `imp_${createHash("sha256").update(bytes).digest("base64url").slice(0, 26)}`;

/** How files are brought in row by row: begun once for the same bytes, told of while it runs, stopped and gone on with, reported line by line. */
export function importRuns<R extends ImportRun, L extends RunLine>(of: {
  readonly Import: Entity<R, { id: string }>;
  readonly Report: Entity<RunPage<L>, { importId: string; page: number }>;
}) {
  const { Import, Report } = of;

  /** Writes what another may be writing at the same moment. */
  const write = async (ctx: Ctx, one: ReturnType<typeof Import.create>) => {
    try {
      await ctx.table.write([one], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  };

  /** Its place in the record is no version: what it is in the end is written over it. */
  function watching(ctx: Ctx, id: string) {
    let done = 0;
    let told = ctx.now().getTime();
    let stopped = false;
    return {
      stopped: () => stopped,
      /** A row was looked at. */
      async passed(): Promise<void> {
        done++;
        if (ctx.now().getTime() - told < telling) return;
        told = ctx.now().getTime();
        await ctx.table.write([Import.update(ctx, { id }, "SET #done = :done", { values: { ":done": done } })], "");
        stopped ||= (await Import.find(ctx, { id }))?.stopAsked === true;
      },
    };
  }

  async function finish(ctx: Ctx, record: R, lines: readonly L[], stopped: boolean): Promise<R> {
    const pages = Math.ceil(lines.length / pageLines);
    for (let page = 0; page < pages; page++) {
      const slice = lines.slice(page * pageLines, (page + 1) * pageLines);
      const one = Report.create(ctx, { importId: record.id, page, lines: slice });
      await ctx.table.write([{ ...one, condition: "attribute_exists(pk) OR attribute_not_exists(pk)" }], "");
    }
    const counts = emptyCounts();
    for (const { outcome } of lines) counts[outcome]++;
    const end = { done: lines.length, stopAsked: undefined, status: stopped ? ("stopped" as const) : ("finished" as const) };
    const done = { ...end, pages, counts, warnings: lines.filter((l) => l.warnings.length).length };
    const current = await Import.find(ctx, record);
    if (!current || current.status === "finished") return current ?? record;
    await write(ctx, Import.change(ctx, current, done as Partial<R>));
    return { ...current, ...done };
  }

  return {
    /** The import's record, running; a second click brings the same file, and both work on the one import. */
    async begin(ctx: Ctx, known: (R & Stored) | undefined, about: Omit<R, Told>): Promise<R> {
      if (known?.status === "stopped") {
        const again = { status: "running", stopAsked: undefined, done: 0 } as Partial<R>;
        await write(ctx, Import.change(ctx, known, again));
      }
      if (known) return known;
      const started = { startedAt: ctx.now().toISOString(), startedBy: actorName(ctx.actor) };
      const record = { ...about, ...started, status: "running", pages: 0, counts: emptyCounts(), warnings: 0 } as unknown as R;
      await write(ctx, Import.create(ctx, record));
      return (await Import.find(ctx, record)) ?? record;
    },
    /** Does what is to be done for each row, so many at once, until somebody stops it; the report has the order of the rows. */
    async run(ctx: Ctx, record: R, jobs: readonly (() => Promise<L>)[]): Promise<R> {
      const { stopped, passed } = watching(ctx, record.id);
      const lines: (L | undefined)[] = new Array(jobs.length);
      let next = 0;
      const worker = async () => {
        for (let i = next++; i < jobs.length && !stopped(); i = next++) {
          const job = jobs[i];
          if (job) lines[i] = await job();
          await passed();
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, worker));
      const told = lines.filter((line) => line !== undefined);
      return finish(ctx, record, told, stopped());
    },
  };
}
