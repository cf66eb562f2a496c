import { command } from "../platform/command.ts";
import { countUp } from "../platform/limit.ts";
import { ConditionFailed } from "../platform/table.ts";
import { DataRequests } from "./entity.ts";
import { AskForData } from "./schema.ts";

/** How long a repeated request of one browser sends no further link; and how many links an address gets in an hour from all of them. */
const quiet = 5 * 60_000;
const links = { name: "data-link-address", most: 5, seconds: 3600 };

/**
 * Sends a link to what is held on an address, to that address, for the browser that asks. The answer never tells whether anything is.
 * @throws DomainError `access.too-many` for an address, known or not
 */
export const askForData = command({
  input: AskForData,
  access: "public",
  async run(ctx, { email, locale }): Promise<{ received: true }> {
    const person = ctx.keys.digest("person", email);
    const now = ctx.now();
    const browser = ctx.caller?.browser;
    const request = { person, id: ctx.newId("dat"), email, locale, askedAt: now.toISOString(), browser };
    await countUp(ctx, links, person);
    try {
      const before = new Date(now.getTime() - quiet).toISOString();
      // Somebody else who asks for the address does not keep its owner waiting.
      const free = {
        condition: "attribute_not_exists(pk) OR #askedAt < :before OR #browser <> :browser",
        values: { ":before": before, ":browser": browser ?? "" },
      };
      await ctx.table.write([DataRequests.create(ctx, request, free)], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
    return { received: true };
  },
});
