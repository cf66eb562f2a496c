import * as z from "zod";
import { activityAtDoor, type Holder, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { Locale } from "../platform/schema.ts";
import { say } from "../platform/text.ts";
import { everyHolder } from "./attendees.ts";
import { printDoorSheet } from "./door-sheet.ts";

/** People a file, so that each is made and sent in good time. */
const aFile = 1000;

/** What somebody's name is sorted by: how its characters sound, the surname as a surname, then the characters themselves. */
async function soundOf(ctx: Ctx): Promise<(name: string) => string> {
  const sound = await ctx.sound();
  return (name) => {
    const syllables = sound(name, "name");
    return [...name].map((character, n) => syllables[n] || character.toLowerCase()).join(" ");
  };
}

/** In the order in which a list on paper is looked through. */
async function inOrder(ctx: Ctx, holders: readonly Holder[]): Promise<Holder[]> {
  const sound = await soundOf(ctx);
  const keyed = holders.map((holder) => ({
    holder,
    by: `${sound(holder.name)}\n${holder.name}\n${holder.organisation}\n${holder.id}`,
  }));
  return keyed.sort((a, b) => (a.by < b.by ? -1 : 1)).map(({ holder }) => holder);
}

/** Whoever may come to the door: what was cancelled or refused is not on paper. */
const mayCome = ({ status }: Holder) => status !== "cancelled" && status !== "refused";

/**
 * The list for the door on paper, by the sound of the names: name, organisation, ticket type, state of the seat, and a box to sign. A thousand people
 * a file; empty lines for those who come unannounced stand at the end of the last.
 */
export const printDoorList = command({
  input: z.object({
    activityId: z.string().max(40),
    part: z.coerce.number().int().min(1).max(100).default(1),
    locale: Locale.default("zh-CN"),
  }),
  access: ["organiser", "check-in"],
  scope: partOf,
  async run(ctx, { activityId, part, locale }): Promise<{ bytes: Uint8Array; title: string; people: number; parts: number }> {
    const [activity, all] = await Promise.all([activityAtDoor(ctx, activityId), everyHolder(ctx, activityId)]);
    const holders = await inOrder(ctx, all.filter(mayCome));
    const parts = Math.max(1, Math.ceil(holders.length / aFile));
    const from = (part - 1) * aFile;
    const some = holders.slice(from, from + aFile);
    const bytes = await printDoorSheet(ctx.fonts, {
      activity,
      locale,
      now: ctx.now().toISOString(),
      people: holders.length,
      first: from + 1,
      rows: some.map(({ name, organisation, ticket, status }) => {
        const type = activity.tickets?.find(({ id }) => id === ticket);
        return { name, organisation, ticket: type ? say(type.name, locale) : "", status };
      }),
      unannounced: part >= parts,
    });
    return { bytes, title: say(activity.title, locale), people: some.length, parts };
  },
});
