import * as z from "zod";
import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { Case, CasePresence } from "./entity.ts";
import { missing, type Presence, presenceSeconds } from "./schema.ts";

/** Who else has the case open, and at which version it is. */
export interface Company {
  readonly version: number;
  readonly others: readonly Presence[];
}

/**
 * Says that somebody has a case open in a window, and answers who else has. A browser says so every 20 seconds; who says nothing for 50 is
 * gone, and so is who says `leaving`.
 */
export const tellPresence = command({
  input: z.object({
    caseId: z.string().max(40),
    window: z.string().regex(/^[0-9a-z]{8,32}$/),
    typing: z.boolean().default(false),
    leaving: z.boolean().default(false),
  }),
  access: ["organiser", "editor"],
  async run(ctx, { caseId, window, typing, leaving }): Promise<Company> {
    const { version } = await Case.get(ctx, { id: caseId }, missing(caseId));
    const now = ctx.now();
    const { id: staffId, name } = whoActs(ctx);
    const { items } = await CasePresence.list(ctx, { pk: `case#${caseId}`, begins: "open#", limit: 100 });
    const here = items.filter(({ until }) => until > now.toISOString());
    const own = (one: { staffId: string; window: string }) => one.staffId === staffId && one.window === window;
    const record = {
      ...{ caseId, staffId, window, typing },
      ...(name ? { name } : {}),
      since: here.find(own)?.since ?? now.toISOString(),
      until: new Date(now.getTime() + (leaving ? 0 : presenceSeconds.gone * 1000)).toISOString(),
    };
    const anyway = { condition: "attribute_not_exists(pk) OR #staffId = :staffId", values: { ":staffId": staffId } };
    await ctx.table.write([CasePresence.create(ctx, record, anyway)], "");
    const others = here.filter((one) => !own(one));
    return {
      version,
      others: others.map((one) => ({
        who: { id: one.staffId, ...(one.name ? { name: one.name } : {}) },
        self: one.staffId === staffId,
        typing: one.typing,
        since: one.since,
      })),
    };
  },
});
