import * as z from "zod";
import { command } from "../platform/command.ts";
import { Reference } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { Members, membersOf } from "./entity.ts";
import { ofChain } from "./lists.ts";
import type { Summaries } from "./schema.ts";

/** An activity ahead, as other sites show it. */
export interface Upcoming {
  readonly id: string;
  readonly title: Localised;
  readonly venue: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

/** The next activities, of one chain or of all, as they stand on the site: the next first. */
export const listUpcoming = command({
  input: z.object({ chain: Reference.default(""), limit: z.coerce.number().int().min(1).max(10).catch(5) }),
  access: "public",
  async run(ctx, { chain, limit }): Promise<{ items: readonly Upcoming[] }> {
    const list = chain ? ofChain("activities:ahead", chain) : "activities:ahead";
    const { items } = await Members.list(ctx, { pk: membersOf(list), limit });
    return {
      items: items.map(({ summary }) => {
        const { id, title, venue, startsAt, endsAt, timeZone } = summary as Summaries["activities"];
        return { id, title, venue, startsAt, endsAt, timeZone };
      }),
    };
  },
});
