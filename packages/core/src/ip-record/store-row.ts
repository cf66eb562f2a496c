import { isDeepStrictEqual } from "node:util";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { Outcome } from "../platform/sheet/run.ts";
import { ConditionFailed } from "../platform/table.ts";
import type { Words } from "../platform/text.ts";
import { content, twinsOf } from "./content.ts";
import { Patent, type PatentRecord } from "./entity.ts";
import { idOfNumber } from "./number-schema.ts";
import type { ReadRow } from "./read-row.ts";

interface Stored {
  readonly outcome: Outcome;
  readonly warnings: readonly Words[];
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** What a file has no column for, or leaves empty, stays as it is. */
const saidIn = (ctx: Ctx, { fields }: ReadRow): Partial<PatentRecord> => {
  const { trl, ways, askingFrom, region, exclusive, locale, ...said } = content(ctx, fields);
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};

/** Puts a patent on offer, or brings its record up to date with the row. A row that this import already stored is told as it was told then. */
export async function storeRow(ctx: Ctx, importId: string, line: number, row: ReadRow): Promise<Stored> {
  const id = idOfNumber(row.number);
  for (let attempt = 0; attempt < 5; attempt++) {
    const known = await Patent.find(ctx, { id });
    const source = { importId, line };
    try {
      if (known) {
        if (isDeepStrictEqual(known.source, source)) return { outcome: "imported", warnings: await said(ctx, known) };
        const patch = saidIn(ctx, row);
        const changed = Object.entries(patch).some(
          ([name, value]) => !isDeepStrictEqual(plain(known[name as keyof PatentRecord]), plain(value)),
        );
        if (!changed) return { outcome: "unchanged", warnings: await said(ctx, known) };
        await ctx.table.write([Patent.change(ctx, known, { ...patch, source })], "");
        return { outcome: "updated", warnings: await said(ctx, { ...known, ...patch }) };
      }
      const patent: PatentRecord = {
        ...content(ctx, row.fields),
        ...{ id, number: row.number, kind: row.kind, status: "offered", since: ctx.now().toISOString(), source },
      };
      await ctx.table.write([Patent.create(ctx, patent)], "");
      return { outcome: "imported", warnings: await said(ctx, patent) };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}

/** Other holders who offer the same text. */
async function said(ctx: Ctx, patent: PatentRecord): Promise<Words[]> {
  const same = await twinsOf(ctx, patent);
  if (!same.length) return [];
  const list = same.map(({ number, holder }) => `${number}（${holder}）`).join("、");
  return [
    {
      "zh-CN": `文字与 ${list} 相同，而权利人不同，请核对。`,
      en: `The same text as ${same.map(({ number, holder }) => `${number} (${holder})`).join(", ")}, with another holder. Please check.`,
    },
  ];
}
