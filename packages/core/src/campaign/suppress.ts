import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Suppression, type SuppressionRecord } from "./entity.ts";
import { PreferenceChange, type PreferenceChangeRecord } from "./preference-entity.ts";

/** A change as it goes into the consent record. */
export type Told = Omit<PreferenceChangeRecord, "person" | "id" | "at">;

/** What a change makes of the record, and what is told of it. */
interface Decided {
  readonly patch: Partial<SuppressionRecord>;
  readonly told: readonly Told[];
}

/** Applies the change, if any, to what a person said or what stands against them, with its lines of the consent record, in one transaction. */
export async function suppress(
  ctx: Ctx,
  person: string,
  decide: (was: Partial<SuppressionRecord>) => Decided | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const was = await Suppression.find(ctx, { person });
    const decided = decide(was ?? {});
    if (!decided) return;
    const { patch, told } = decided;
    const at = ctx.now().toISOString();
    const lines = told.map((line) => PreferenceChange.create(ctx, { ...line, person, id: ctx.newId("chg"), at }));
    const own = was ? Suppression.change(ctx, was, patch) : Suppression.create(ctx, { person, ...patch });
    try {
      await ctx.table.write([own, ...lines], lines.length ? ctx.newId("tok").slice(4) : "");
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}
