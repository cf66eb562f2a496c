import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import { isCodeShaped, plainCreditCode } from "./code-schema.ts";
import { Things } from "./entity.ts";

/** Notes for which organisation a project or a need stands, as it says now; what has not the form of a code stands for nothing. Doing it twice changes nothing. */
export async function noteThing(ctx: Ctx, kind: "project" | "demand", id: string, said: string | undefined): Promise<void> {
  const plain = plainCreditCode(said ?? "");
  const organisation = isCodeShaped(plain) ? ctx.keys.digest("organisation", plain) : undefined;
  const known = await Things.find(ctx, { id });
  if (known?.organisation === organisation) return;
  try {
    await ctx.table.write(
      [known ? Things.change(ctx, known, { organisation }) : Things.create(ctx, { id, kind, organisation })],
      "",
    );
  } catch (error) {
    // Another event of the same record was first; what it read may be older, so this one comes again.
    if (error instanceof ConditionFailed) throw new Error("the organisation of a record was noted at the same moment");
    throw error;
  }
}
