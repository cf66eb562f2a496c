import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { dayOf } from "../platform/time.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { content, notesOf, numberOf, twinsOf } from "./content.ts";
import { Patent, type PatentRecord } from "./entity.ts";
import { idOfNumber } from "./number-schema.ts";
import { ChangePatent, EnterPatent, type PatentNote, PatentStatus, patentMissing, patentThere } from "./schema.ts";
import { partOf } from "./scope.ts";

const writers = ["organiser", "broker"] as const;
const Chain = z
  .literal("")
  .transform(() => undefined)
  .or(KnownChain)
  .optional();

export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly notes: readonly PatentNote[];
}

const kept = async (ctx: Ctx, patent: PatentRecord, version: number): Promise<Kept> => ({
  id: patent.id,
  version,
  notes: notesOf(patent, dayOf(ctx.now()), await twinsOf(ctx, patent)),
});

/**
 * Puts a patent on offer. A number is on record once; a wrong check character needs a note that says how one knows.
 * @throws DomainError `patent.already-there`, `input.invalid`
 */
export const enterPatent = command({
  input: EnterPatent.extend({ chain: Chain }),
  access: writers,
  scope: (_ctx, { chain }) => ({ chains: chain ? [chain] : [] }),
  async run(ctx, { number: typed, ...filled }): Promise<Kept> {
    const { number, kind } = numberOf(ctx, typed, filled.numberNote);
    const since = ctx.now().toISOString();
    const patent: PatentRecord = { ...content(ctx, filled), id: idOfNumber(number), number, kind, status: "offered", since };
    try {
      await ctx.table.write([Patent.create(ctx, patent)], "");
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError(patentThere, { params: { number } });
      throw error;
    }
    return kept(ctx, patent, 1);
  },
});

/** Changes what is said of a patent; its number stays. A note on a wrong number cannot be taken away. */
export const changePatent = command({
  input: ChangePatent.extend({ patentId: Reference, chain: Chain }),
  access: writers,
  scope: partOf,
  async run(ctx, { patentId: id, version, ...filled }): Promise<Kept> {
    const patent = await Patent.get(ctx, { id }, patentMissing);
    if (patent.version !== version) throw new DomainError(changedMeanwhile);
    numberOf(ctx, patent.number, filled.numberNote);
    const next = { ...patent, ...content(ctx, filled) };
    await save(ctx, Patent.change(ctx, patent, next));
    return kept(ctx, next, version + 1);
  },
});

/** Takes a patent off the offer, or puts it back. */
export const movePatent = command({
  input: z.object({ patentId: Reference, version: z.int(), status: PatentStatus }),
  access: writers,
  scope: partOf,
  async run(ctx, { patentId: id, version, status }): Promise<{ version: number }> {
    const patent = await Patent.get(ctx, { id }, patentMissing);
    if (patent.version !== version) throw new DomainError(changedMeanwhile);
    if (patent.status === status) return { version };
    await save(ctx, Patent.change(ctx, patent, { status, since: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});
