import { type ActivityName, activityNames } from "../activity/reactions.ts";
import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type SurveyTicket, Tickets } from "./entity.ts";

async function ticketsOf(ctx: Ctx, people: readonly string[]): Promise<{ ticket: SurveyTicket; activity: ActivityName }[]> {
  const found: { ticket: SurveyTicket; activity: ActivityName }[] = [];
  for await (const activities of activityNames(ctx)) {
    const keys = activities.flatMap(({ id }) => people.map((person) => Tickets.key({ activityId: id, person })));
    for (let at = 0; at < keys.length; at += 100)
      for (const item of await ctx.table.getMany(keys.slice(at, at + 100))) {
        const ticket = Tickets.read(item);
        const activity = activities.find(({ id }) => id === ticket.activityId);
        if (activity) found.push({ ticket, activity });
      }
  }
  return found;
}

/** To which surveys a person was invited, and whether they answered; what they answered nobody knows. */
export const heldSurveys = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await ticketsOf(ctx, people)).map(({ ticket, activity }) => ({
    kind: "survey",
    id: ticket.activityId,
    title: {
      "zh-CN": `活动问卷：${activity.title["zh-CN"]}`,
      en: `Survey: ${activity.title.en ?? activity.title["zh-CN"]}`,
    },
    facts: factsOf([
      [held.state, ticket.answered ? "answered" : "invited"],
      [held.since, ticket.invitedAt],
    ]),
    consents: [],
    record: { ...ticket },
  }));

/** Takes away that a person was invited; what was answered leads to nobody and stays. */
export async function eraseSurveys(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await ticketsOf(ctx, people)).filter(({ ticket }) => only === undefined || ticket.activityId === only);
  for (const { ticket } of found) await ctx.table.write([Tickets.remove(ticket)], "");
  return found.length;
}
