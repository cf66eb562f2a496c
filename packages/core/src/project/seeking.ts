import type { Ctx } from "../platform/context.ts";
import { mark } from "../platform/mark.ts";
import { Project } from "./entity.ts";

/** Notes whether no need fits a listed project; its page says so. What is noted already is left alone. */
export const noteProjectSeeking = (ctx: Ctx, id: string, seeking: boolean): Promise<void> =>
  mark(ctx, Project, { id }, { name: "seeking", value: seeking ? ctx.now().toISOString() : undefined, status: "listed" });
