import * as z from "zod";
import { command } from "../platform/command.ts";
import { Locale } from "../platform/schema.ts";
import { agendaCalendar } from "./calendar.ts";
import { readOwnMeetings } from "./read-own.ts";

/** One's meetings as a calendar file. */
export const ownCalendar = command({
  input: z.object({ token: z.string().max(200), locale: Locale.default("zh-CN") }),
  access: "public",
  async run(ctx, { token, locale }): Promise<string> {
    const { activity, agenda } = await readOwnMeetings(ctx, { token });
    const url = `${ctx.origin}${locale === "en" ? "/en" : ""}/my/meetings/${token}`;
    return agendaCalendar(activity, agenda, { locale, url, stamp: ctx.now() });
  },
});
