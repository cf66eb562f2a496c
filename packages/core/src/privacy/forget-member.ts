import type { Ctx } from "../platform/context.ts";
import type { DomainEvent } from "../platform/event.ts";
import { ConditionFailed } from "../platform/table.ts";
import { forgetJuror } from "../roadshow/reactions.ts";
import { forgetViews, viewsPerson } from "../workspace/reactions.ts";
import { Erasures } from "./entity.ts";

/** Whose account ended: what the console kept for them alone is emptied at once, and its key erased, so that no copy of it can be read. */
export async function forgetMember(ctx: Ctx, { id, data }: DomainEvent): Promise<void> {
  const memberId = String((data as { memberId?: unknown }).memberId ?? "");
  await forgetViews(ctx, memberId);
  await forgetJuror(ctx, memberId);
  const people = [viewsPerson(memberId)];
  const erasure = { id: `era_${id}`, people, status: "asked" as const, askedAt: ctx.now().toISOString(), labels: [] };
  try {
    await ctx.table.write([Erasures.create(ctx, erasure)], "");
  } catch (error) {
    // Delivered twice.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
