import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { Locale } from "../platform/schema.ts";
import { say } from "../platform/text.ts";
import { sessionMissing } from "./agenda-schema.ts";
import { sessionEntry } from "./calendar.ts";
import { readActivity } from "./read-public.ts";

/** A session of a public agenda for anybody's calendar. @throws DomainError `activity.not-found`, `activity.session-missing` */
export const sessionCalendar = command({
  input: z.object({ activityId: z.string().max(40), sessionId: z.string().max(40), locale: Locale }),
  access: "public",
  async run(ctx, { activityId, sessionId, locale }): Promise<{ title: string; ics: string }> {
    const activity = await readActivity(ctx, { activityId });
    const session = activity.agenda?.sessions.find(({ id }) => id === sessionId);
    if (!session) throw new DomainError(sessionMissing);
    const url = `${ctx.origin}${locale === "en" ? "/en" : ""}/activities/${activityId}/`;
    return { title: say(session.title, locale), ics: sessionEntry(activity, session, locale, url) };
  },
});
