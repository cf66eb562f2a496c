import * as z from "zod";
import { readActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { allCalls, Calls, Orders } from "./entity.ts";
import { onStage } from "./on-stage.ts";
import { callMissing, type OrderContent, type PublicCall } from "./schema.ts";

/** A call for projects as everybody may read it, with the running order once it is published. @throws DomainError `roadshow.not-found`, `activity.not-found` */
export const readCall = command({
  input: z.object({ activityId: Reference }),
  access: "public",
  async run(ctx, { activityId }): Promise<PublicCall> {
    await readActivity(ctx, { activityId });
    const call = await roadshowShown(ctx, activityId);
    if (!call) throw new DomainError(callMissing);
    return call;
  },
});

/** What the page of an activity shows of its roadshow; nothing where there is none. */
export async function roadshowShown(ctx: Ctx, activityId: string): Promise<PublicCall | undefined> {
  const [call, order] = await Promise.all([Calls.find(ctx, { activityId }), Orders.find(ctx, { activityId })]);
  if (!call) return undefined;
  const { opensAt, closesAt, places, criteria } = call;
  return {
    activityId,
    opensAt,
    closesAt,
    places,
    criteria,
    stage: order?.published ? await stage(ctx, activityId, order.published) : [],
  };
}

async function stage(ctx: Ctx, activityId: string, order: OrderContent): Promise<PublicCall["stage"]> {
  return (await onStage(ctx, activityId, order)).map((row) => {
    const { startsAt, endsAt } = row;
    if (!("project" in row)) return { startsAt, endsAt, name: row.name };
    const { id, status, title, organisation } = row.project;
    return { startsAt, endsAt, name: title, supplier: organisation, ...(status === "listed" ? { projectId: id } : {}) };
  });
}

/** A call that is open now, for who has a project already. */
export interface OpenCall {
  readonly activityId: string;
  readonly title: Localised;
  readonly closesAt: string;
  readonly timeZone: string;
}

/** The calls that are open now, those that close first before the others; at most 50. */
export const listOpenCalls = command({
  input: z.object({}),
  access: "public",
  async run(ctx): Promise<{ items: readonly OpenCall[] }> {
    const now = ctx.now().toISOString();
    const { items } = await Calls.list(ctx, { index: "byState", pk: allCalls, between: [now, "9"], limit: 50 });
    const open = items.filter(({ opensAt, closesAt }) => opensAt <= now && closesAt > now);
    const found = await Promise.all(
      open.map(async ({ activityId, closesAt }) => {
        const activity = await readActivity(ctx, { activityId }).catch((error: unknown) => {
          if (error instanceof DomainError) return undefined;
          throw error;
        });
        return activity?.status === "published"
          ? [{ activityId, closesAt, title: activity.title, timeZone: activity.timeZone }]
          : [];
      }),
    );
    return { items: found.flat() };
  },
});
