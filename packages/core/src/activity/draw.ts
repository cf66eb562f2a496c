import { createHash } from "node:crypto";
import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import {
  Activity,
  type ActivityRecord,
  openDraws,
  Registration,
  type RegistrationRecord,
  registrationsOf,
  Seats,
} from "./entity.ts";
import { commitmentOf, seeds } from "./lottery-seed.ts";
import { activityMissing } from "./schema.ts";

/** What the draw gives one registration: the hex SHA-256 of `<seed>:<registration id>`. The lowest is first. */
export const lotOf = (seed: string, registrationId: string) =>
  createHash("sha256").update(`${seed}:${registrationId}`).digest("hex");

/**
 * Draws the lotteries whose time has come. No lot depends on another registration, so a draw that was cut off goes on where it stopped, and
 * anyone can check each place with the published seed. Joining stops before the first lot is given, and offers begin after the last.
 */
export const drawLotteries = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ drawn: number }> {
    const between = ["0", `${ctx.now().toISOString()}#~`] as const;
    const { items } = await Activity.list(ctx, { index: "byOwner", pk: openDraws, between, limit: 20 });
    const failed: unknown[] = [];
    for (const { id } of items) await drawOne(ctx, id).catch((error: unknown) => failed.push(error));
    if (failed.length) throw failed[0];
    return { drawn: items.length };
  },
});

async function drawOne(ctx: Ctx, id: string): Promise<void> {
  const activity = await Activity.get(ctx, { id }, activityMissing);
  if (!activity.draw || activity.draw.drawnAt || !activity.drawAt || activity.drawAt > ctx.now().toISOString()) return;
  const { commitment } = activity.draw;
  const seed = seeds(ctx, id).find((made) => commitmentOf(made) === commitment);
  if (!seed) throw new Error(`The seed of the lottery of ${id} was made with a secret that is no longer there.`);
  if (!(await stopJoining(ctx, id))) return;
  let entries = 0;
  let cursor: string | undefined;
  do {
    const page = await Registration.list(ctx, { pk: registrationsOf(id), limit: 500, cursor });
    for (const registration of page.items.filter(({ pooled }) => pooled)) {
      entries++;
      await give(ctx, registration, seed);
    }
    cursor = page.cursor;
  } while (cursor);
  await finish(ctx, activity, { commitment, seed, drawnAt: ctx.now().toISOString(), entries });
}

/** From here on nobody joins the draw. @returns false where another call has finished it, or the organiser has given it up */
async function stopJoining(ctx: Ctx, activityId: string): Promise<boolean> {
  try {
    await ctx.table.write(
      [
        Seats.update(ctx, { activityId }, "SET #draw = :drawing", {
          condition: "#draw = :open OR #draw = :drawing",
          values: { ":open": "open", ":drawing": "drawing" },
        }),
      ],
      "",
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

/** Gives one registration its lot, whatever else changes in it meanwhile. */
async function give(ctx: Ctx, read: RegistrationRecord & Stored, seed: string): Promise<void> {
  let registration = read;
  for (let attempt = 0; attempt < 10; attempt++) {
    if (registration.lot || registration.status !== "waitlisted" || !registration.pooled) return;
    const lot = lotOf(seed, registration.id);
    try {
      await ctx.table.write([Registration.change(ctx, registration, { lot })], "");
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      registration = Registration.read(error.failed.get(0) ?? {});
    }
  }
  throw new DomainError(tooBusy);
}

const finish = (ctx: Ctx, activity: ActivityRecord & Stored, draw: NonNullable<ActivityRecord["draw"]>) =>
  save(
    ctx,
    Activity.change(ctx, activity, { draw }),
    Seats.update(ctx, { activityId: activity.id }, "SET #draw = :drawn", {
      condition: "#draw = :drawing",
      values: { ":drawn": "drawn", ":drawing": "drawing" },
    }),
  );
