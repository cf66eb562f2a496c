import { type ActivityName, activityNames } from "../activity/reactions.ts";
import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type GuestRecord, Guests } from "./entity.ts";

async function invitationsOf(ctx: Ctx, people: readonly string[]): Promise<{ guest: GuestRecord; activity: ActivityName }[]> {
  const found: { guest: GuestRecord; activity: ActivityName }[] = [];
  for await (const activities of activityNames(ctx)) {
    const keys = activities.flatMap(({ id }) => people.map((person) => Guests.key({ activityId: id, person })));
    for (let at = 0; at < keys.length; at += 100)
      for (const item of await ctx.table.getMany(keys.slice(at, at + 100))) {
        const guest = Guests.read(item);
        const activity = activities.find(({ id }) => id === guest.activityId);
        if (activity) found.push({ guest, activity });
      }
  }
  return found;
}

/** To what a person was invited, and when they followed the link. */
export const heldInvitations = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await invitationsOf(ctx, people)).map(({ guest, activity }) => ({
    kind: "invitation",
    id: guest.activityId,
    title: {
      "zh-CN": `活动邀请：${activity.title["zh-CN"]}`,
      en: `Invitation: ${activity.title.en ?? activity.title["zh-CN"]}`,
    },
    facts: factsOf([
      [held.since, guest.chosenAt],
      [held.followed, guest.openedAt],
    ]),
    consents: [],
    record: { ...guest },
  }));

export async function eraseInvitations(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await invitationsOf(ctx, people)).filter(({ guest }) => only === undefined || guest.activityId === only);
  for (const { guest } of found) await ctx.table.write([Guests.remove(guest)], "");
  return found.length;
}
