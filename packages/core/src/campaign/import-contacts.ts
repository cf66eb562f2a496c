import { createHash } from "node:crypto";
import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { refuseMarked } from "../platform/state-secret.ts";
import { ConditionFailed } from "../platform/table.ts";
import { importing } from "./calls.ts";
import { decodeFile } from "./decode-file.ts";
import { Import, type ImportRecord, Report } from "./entity.ts";
import { readContact } from "./read-contact.ts";
import { readRows } from "./read-rows.ts";
import { emptyCounts, type ReportLine } from "./report.ts";
import { sameAs, storeContact } from "./store-contact.ts";

const pageLines = 100;
const atOnce = 16;

/**
 * Brings the people of a CSV file in. Rows that cannot come in are reported with line, field and remedy; the others do.
 * The bytes name the import: the same file again changes nothing, and one that was interrupted goes on where it was.
 */
export const importContacts = command({
  ...importing,
  async run(ctx, { bytes, ...statement }): Promise<ImportRecord & { readonly repeated: boolean }> {
    const id = `imp_${createHash("sha256").update(bytes).digest("base64url").slice(0, 26)}`;
    const known = await Import.find(ctx, { id });
    if (known?.status === "finished") return { ...known, repeated: true };

    const { text, encoding } = decodeFile(bytes);
    refuseMarked(ctx, text);
    const rows = readRows(text);
    if (known?.status === "stopped") await goOn(ctx, known);
    const record = known ?? (await begin(ctx, { ...statement, id, encoding, rows: rows.length }));

    const first = new Map<string, { line: number; read: Parameters<typeof sameAs>[0] }>();
    const jobs = rows.map((row) => {
      const read = readContact(row);
      const about = { line: row.line, name: clip(row.cells.name), email: clip(row.cells.email) };
      if ("refused" in read)
        return async (): Promise<ReportLine> => ({ ...about, outcome: "refused", reason: read.refused, warnings: [] });
      const earlier = first.get(read.fields.email);
      if (!earlier) first.set(read.fields.email, { line: row.line, read: read.fields });
      else
        return async (): Promise<ReportLine> => ({
          ...about,
          outcome: "duplicate",
          reason: {
            "zh-CN": `与第 ${earlier.line} 行重复（同一邮箱），已保留第 ${earlier.line} 行。`,
            en: `The same address as line ${earlier.line}; that one was kept.`,
          },
          warnings: sameAs(earlier.read, read.fields),
        });
      return async (): Promise<ReportLine> => {
        const { outcome, warnings } = await storeContact(ctx, record, row.line, read.fields);
        return { ...about, outcome, warnings: [...read.warnings, ...warnings] };
      };
    });
    const watch = watching(ctx, record.id);
    const lines = await inTurn(jobs, atOnce, watch);
    return { ...(await finish(ctx, record, lines, watch.stopped())), repeated: false };
  },
});

const clip = (text = "") => text.trim().slice(0, 100);

async function begin(ctx: Ctx, of: Pick<ImportRecord, "id" | "fileName" | "source" | "basis" | "encoding" | "rows">) {
  const startedAt = ctx.now().toISOString();
  const record: ImportRecord = {
    ...of,
    status: "running",
    startedAt,
    startedBy: actorName(ctx.actor),
    pages: 0,
    counts: emptyCounts(),
    warnings: 0,
  };
  try {
    await ctx.table.write([Import.create(ctx, record)], "");
  } catch (error) {
    // A second click brought the same file: both work on the one import.
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return Import.find(ctx, of).then((stored) => stored ?? record);
}

/** One that was stopped runs again; of two that bring its file, either may have said so. */
async function goOn(ctx: Ctx, stopped: ImportRecord & Stored): Promise<void> {
  try {
    await ctx.table.write([Import.change(ctx, stopped, { status: "running", stopAsked: undefined, done: 0 })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Milliseconds between two words on how far it has come, and between two looks at whether it is to end. */
const telling = 1000;

/** Tells of an import while it runs. Its place in the record is no version: what it is in the end is written over it. */
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

async function finish(ctx: Ctx, record: ImportRecord, lines: readonly ReportLine[], stopped: boolean): Promise<ImportRecord> {
  const pages = Math.ceil(lines.length / pageLines);
  for (let page = 0; page < pages; page++) {
    const slice = lines.slice(page * pageLines, (page + 1) * pageLines);
    const write = Report.create(ctx, { importId: record.id, page, lines: slice });
    await ctx.table.write([{ ...write, condition: "attribute_exists(pk) OR attribute_not_exists(pk)" }], "");
  }
  const counts = emptyCounts();
  for (const { outcome } of lines) counts[outcome]++;
  const end = { done: lines.length, stopAsked: undefined, status: stopped ? ("stopped" as const) : ("finished" as const) };
  const done = { ...end, pages, counts, warnings: lines.filter((l) => l.warnings.length).length };
  const current = await Import.find(ctx, record);
  if (!current || current.status === "finished") return current ?? record;
  try {
    await ctx.table.write([Import.change(ctx, current, done)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return { ...current, ...done };
}

/** Runs the jobs, so many at once, until somebody stops it; the answers come in the order of the jobs. */
async function inTurn<T>(
  jobs: readonly (() => Promise<T>)[],
  width: number,
  { stopped, passed }: ReturnType<typeof watching>,
): Promise<T[]> {
  const answers: (T | undefined)[] = new Array(jobs.length);
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < jobs.length && !stopped(); i = next++) {
      const job = jobs[i];
      if (job) answers[i] = await job();
      await passed();
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker));
  return answers.filter((answer) => answer !== undefined);
}
