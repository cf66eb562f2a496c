import * as z from "zod";
import { activityAtDoor } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import type { Localised } from "../platform/text.ts";
import { type ProfileRecord, Schedule, Setup } from "./entity.ts";
import { meetingsClosed, type Span } from "./schema.ts";
import { profilesBy } from "./shown.ts";

/** The secret part of the screen's address: whoever has it sees what the hall sees. */
export const boardToken = (ctx: Ctx, activityId: string) => `${activityId}.${ctx.keys.digest("meeting-board", activityId)}`;

interface Shown extends Span {
  readonly who: readonly [string, string];
}

export interface Board {
  readonly title: Localised;
  readonly timeZone: string;
  readonly tables: readonly { readonly name: string; readonly now?: Shown | undefined; readonly next?: Shown | undefined }[];
}

/** Who meets at which table now and next. Of those who did not agree to be named, the organisation alone. @throws DomainError `meeting.not-open` */
export const readBoard = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<Board> {
    const [activityId = "", secret = "", ...rest] = token.split(".");
    if (rest.length || !ctx.keys.verify("meeting-board", activityId, secret)) throw new DomainError(meetingsClosed);
    const [setup, schedule] = await Promise.all([Setup.find(ctx, { activityId }), Schedule.find(ctx, { activityId })]);
    if (!setup || !schedule) throw new DomainError(meetingsClosed);
    const { title, timeZone } = await activityAtDoor(ctx, activityId);
    const at = ctx.now().toISOString();
    const ahead = schedule.rows
      .filter(({ cancelled, endsAt }) => !cancelled && endsAt > at)
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    const seen = setup.tables.map(({ id, name }) => {
      const own = ahead.filter(({ table }) => table === id);
      const now = own.find(({ startsAt }) => startsAt <= at);
      return { name, now, next: own.find(({ startsAt }) => startsAt > at) };
    });
    const people = seen.flatMap(({ now, next }) => [now, next].flatMap((row) => (row ? [row.a, row.b] : [])));
    const profiles = await profilesBy(ctx, activityId, people);
    const show = (row: (typeof ahead)[number] | undefined): Shown | undefined =>
      row && { startsAt: row.startsAt, endsAt: row.endsAt, who: [named(profiles.get(row.a)), named(profiles.get(row.b))] };
    return { title, timeZone, tables: seen.map(({ name, now, next }) => ({ name, now: show(now), next: show(next) })) };
  },
});

const named = (profile: ProfileRecord | undefined): string =>
  profile?.onBoard && profile.status === "in" ? [profile.name, profile.organisation].join(" · ") : (profile?.organisation ?? "");
