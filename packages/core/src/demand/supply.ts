import type { Ctx } from "../platform/context.ts";
import { mark } from "../platform/mark.ts";
import { Demand } from "./entity.ts";

/** Notes whether nothing on offer is adequate for a need: its owner and the staff read so. What is noted already is left alone. */
export const noteUnserved = (ctx: Ctx, id: string, unserved: boolean): Promise<void> =>
  mark(ctx, Demand, { id }, { name: "unserved", value: unserved || undefined, status: "listed" });
