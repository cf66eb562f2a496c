import type { Ctx } from "../platform/context.ts";
import { type HeldProject, projectsById } from "../project/index.ts";
import { allEntries } from "./load.ts";
import type { OrderContent } from "./schema.ts";
import { type TimedRow, timed } from "./times.ts";

type Break = Exclude<TimedRow, { entryId: string }>;
type OnStage = Break | (Exclude<TimedRow, Break> & { readonly project: HeldProject });

/** A running order with its times and its projects; a project that left takes its time with it. */
export async function onStage(ctx: Ctx, activityId: string, order: OrderContent): Promise<OnStage[]> {
  const entries = new Map((await allEntries(ctx, activityId)).map((entry) => [entry.id, entry]));
  const projects = await projectsById(ctx, [...new Set([...entries.values()].map(({ projectId }) => projectId))]);
  return timed(order).flatMap((row): OnStage[] => {
    if (!("entryId" in row)) return [row];
    const entry = entries.get(row.entryId);
    const project = entry && projects.get(entry.projectId);
    return project && entry.status !== "withdrawn" ? [{ ...row, project }] : [];
  });
}
