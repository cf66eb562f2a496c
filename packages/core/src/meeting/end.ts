import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import {
  askedBy,
  askedOf,
  Name,
  nothingSaid,
  Profile,
  type ProfileRecord,
  Request,
  type RequestRecord,
  type Row,
  Schedule,
} from "./entity.ts";
import { nameDigest } from "./name-digest.ts";
import { noSetup } from "./schema.ts";

const tries = 12;
const most = 200;

/** Ends what is in the published schedule for whom `ends` says and is not over, in one transaction with what makes it end. */
async function ending(
  ctx: Ctx,
  activityId: string,
  write: Write,
  more: readonly Write[],
  ends: (row: Row) => boolean,
): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const schedule = await Schedule.get(ctx, { activityId }, noSetup);
    const now = ctx.now().toISOString();
    const rows = schedule.rows.map((row) =>
      ends(row) && !row.cancelled && row.endsAt > now ? { ...row, cancelled: true, sequence: row.sequence + 1 } : row,
    );
    try {
      // Written even where no row ends: whoever publishes meanwhile has to look again.
      await ctx.table.write([write, Schedule.change(ctx, schedule, { rows }), ...more], ctx.newId("tok").slice(4));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
    }
  }
  throw new DomainError(tooBusy);
}

/** Cancels a meeting that both had agreed to. @throws DomainError `record.changed` when it changed since it was read */
export const endMeeting = (ctx: Ctx, activityId: string, request: RequestRecord & Stored): Promise<void> =>
  ending(ctx, activityId, Request.change(ctx, request, { status: "cancelled" }), [], (row) => row.id === request.id);

/** Every request between somebody and others, by either side. */
export async function requestsWith(ctx: Ctx, activityId: string, person: string): Promise<(RequestRecord & Stored)[]> {
  const [to, from] = await Promise.all([
    Request.list(ctx, { index: "byOwner", pk: askedOf(activityId, person), limit: most }),
    Request.list(ctx, { index: "byState", pk: askedBy(activityId, person), limit: most }),
  ]);
  return [...from.items, ...to.items];
}

/**
 * Takes somebody out of the meetings of an activity, their meetings cancelled with it. Of who leaves, what they wrote is gone and the name is free
 * again; of who is blocked both stay, so that it can be undone and nobody comes back by another address.
 */
export async function endProfile(ctx: Ctx, profile: ProfileRecord & Stored, status: "out" | "blocked"): Promise<void> {
  const { activityId, person } = profile;
  const leaves = status === "out" ? { ...nothingSaid, named: undefined, times: [], wishes: [], onBoard: false } : {};
  const name =
    status === "out" && profile.name
      ? [Name.remove({ activityId, name: profile.named ?? nameDigest(ctx, activityId, profile) })]
      : [];
  await ending(
    ctx,
    activityId,
    Profile.change(ctx, profile, { status, ...leaves }),
    name,
    (row) => row.a === person || row.b === person,
  );
  await closeRequests(ctx, activityId, person);
}

/** Nothing that stood before somebody left stands again when they come back. */
export async function closeRequests(ctx: Ctx, activityId: string, person: string): Promise<void> {
  for (const request of await requestsWith(ctx, activityId, person))
    if (request.status === "asked" || request.status === "accepted")
      try {
        await save(ctx, Request.change(ctx, request, { status: "cancelled" }));
      } catch (error) {
        // It changed meanwhile: answered, or ended by the other side.
        if (!(error instanceof DomainError)) throw error;
      }
}
