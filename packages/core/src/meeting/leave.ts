import * as z from "zod";
import { partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { endProfile } from "./end.ts";
import { Profile } from "./entity.ts";
import { openSeat, personNamed } from "./open.ts";
import { personMissing } from "./schema.ts";

/** Leaves the meetings: what was written is gone, meetings are cancelled. Doing it twice changes nothing. */
export const leaveMeetings = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<{ status: "out" }> {
    const { profile } = await openSeat(ctx, token);
    if (profile?.status === "in") await endProfile(ctx, profile, "out");
    return { status: "out" };
  },
});

/** Whoever gives up the seat gives up the meetings. */
export const followRegistration = command({
  input: z.object({ activityId: z.string(), person: z.string() }),
  access: "system",
  async run(ctx, { activityId, person }): Promise<void> {
    for (let attempt = 0; attempt < 6; attempt++) {
      const profile = await Profile.find(ctx, { activityId, person });
      if (profile?.status !== "in") return;
      try {
        return await endProfile(ctx, profile, "out");
      } catch (error) {
        if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason) throw error;
      }
    }
    throw new DomainError(changedMeanwhile);
  },
});

/** Switches meetings off for somebody, or on again; their meetings are cancelled. @throws DomainError `meeting.person-missing` */
export const blockPerson = command({
  input: z.object({ activityId: Reference, profileId: Reference, blocked: z.boolean() }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, profileId, blocked }): Promise<{ blocked: boolean }> {
    const profile = await personNamed(ctx, activityId, profileId);
    if (profile.status === "out") throw new DomainError(personMissing);
    if (blocked && profile.status === "in") await endProfile(ctx, profile, "blocked");
    if (!blocked && profile.status === "blocked") await save(ctx, Profile.change(ctx, profile, { status: "in" }));
    return { blocked };
  },
});
