import type { Ctx } from "../platform/context.ts";
import { mark } from "../platform/mark.ts";
import { Patent } from "./entity.ts";

/** Notes whether no need fits a patent on offer. What is noted already is left alone. */
export const notePatentSeeking = (ctx: Ctx, id: string, seeking: boolean): Promise<void> =>
  mark(ctx, Patent, { id }, { name: "seeking", value: seeking ? ctx.now().toISOString() : undefined, status: "offered" });
