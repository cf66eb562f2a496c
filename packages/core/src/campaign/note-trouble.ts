import * as z from "zod";
import { command } from "../platform/command.ts";
import { Trouble } from "./entity.ts";
import { suppress } from "./suppress.ts";

/**
 * Stops writing to an address that bounces for good, or whose holder complained, and counts it against the campaign that met it. Being told twice
 * changes nothing.
 */
export const noteTrouble = command({
  input: z.object({
    person: z.string().max(60),
    because: z.enum(["bounced", "complained"]),
    key: z.string().max(256),
    campaignId: z.string().max(40).optional(),
  }),
  access: "system",
  async run(ctx, { person, because, key, campaignId }): Promise<void> {
    await suppress(ctx, person, (was) =>
      was[`${because}At`]
        ? undefined
        : {
            patch: { [`${because}At`]: ctx.now().toISOString() },
            told: because === "complained" ? [{ purpose: "all", given: false, source: "complaint" }] : [],
          },
    );
    if (!campaignId) return;
    const add = Trouble.update(ctx, { campaignId }, `ADD #${because} :key`, { values: { ":key": new Set([key]) } });
    await ctx.table.write([add], "");
  },
});
