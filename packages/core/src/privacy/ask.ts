import { command } from "../platform/command.ts";
import { ConditionFailed } from "../platform/table.ts";
import { DataRequests } from "./entity.ts";
import { AskForData } from "./schema.ts";

/** How long a repeated request sends no further link. */
const quiet = 5 * 60_000;

/** Sends a link to what is held on an address, to that address. The answer never tells whether anything is. */
export const askForData = command({
  input: AskForData,
  access: "public",
  async run(ctx, { email, locale }): Promise<{ received: true }> {
    const person = ctx.keys.digest("person", email);
    const now = ctx.now();
    const request = { person, id: ctx.newId("dat"), email, locale, askedAt: now.toISOString() };
    try {
      const before = new Date(now.getTime() - quiet).toISOString();
      const free = { condition: "attribute_not_exists(pk) OR #askedAt < :before", values: { ":before": before } };
      await ctx.table.write([DataRequests.create(ctx, request, free)], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
    return { received: true };
  },
});
