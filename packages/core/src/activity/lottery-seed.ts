import { createHash } from "node:crypto";
import type { Ctx } from "../platform/context.ts";

/** The seed of an activity's lottery: made of the deployment's secret, so that nobody chooses it, and kept nowhere before it is drawn. */
export const seeds = (ctx: Ctx, activityId: string) => ctx.keys.digests("lottery-seed", activityId);
export const commitmentOf = (seed: string) => createHash("sha256").update(seed).digest("hex");
