import * as z from "zod";
import { partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, Reference } from "../platform/schema.ts";
import { Twin, type TwinRecord, twinsOf } from "./entity.ts";
import { pagesOf } from "./open.ts";
import { twinMissing, twinStates } from "./schema.ts";

/** Keeps that a second address wants a name that is held for another, for the organiser to see; once, and what was decided stands. */
export async function noteTwin(
  ctx: Ctx,
  { activityId, person }: { activityId: string; person: string },
  holder: string,
): Promise<void> {
  const before = await Twin.find(ctx, { activityId, person });
  if (before?.holder === holder) return;
  const fresh: TwinRecord = { activityId, person, holder, id: ctx.newId("mtw"), at: ctx.now().toISOString(), state: "open" };
  await save(ctx, before ? Twin.change(ctx, before, fresh) : Twin.create(ctx, fresh));
}

export async function allTwins(ctx: Ctx, activityId: string): Promise<(TwinRecord & Stored)[]> {
  const found: (TwinRecord & Stored)[] = [];
  const read = (cursor?: string) => Twin.list(ctx, { pk: twinsOf(activityId), limit: 500, cursor });
  for await (const twin of pagesOf(read)) found.push(twin);
  return found;
}

/**
 * Says whether two addresses with one name in one organisation are one person, who goes on with the first address, or two, of whom the second may
 * have a profile too. Can be decided anew; a profile that is there stays. @throws DomainError `meeting.twin-missing`
 */
export const decideTwin = command({
  input: z.object({
    activityId: Reference,
    twinId: Reference,
    state: labelled(z.enum(twinStates).exclude(["open"]), "判断", "Decision"),
  }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, twinId, state }): Promise<{ state: TwinRecord["state"] }> {
    const twin = (await allTwins(ctx, activityId)).find(({ id }) => id === twinId);
    if (!twin) throw new DomainError(twinMissing);
    if (twin.state !== state) await save(ctx, Twin.change(ctx, twin, { state }));
    return { state };
  },
});
