import { holdersOf } from "../activity/index.ts";
import { registrationToken } from "../activity/reactions.ts";
import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { endProfile } from "./end.ts";
import { nothingSaid, Profile, type ProfileRecord, peopleOf, Setup, setups } from "./entity.ts";
import { pagesOf } from "./open.ts";
import { meetingConsent } from "./schema.ts";

const saysAnything = (p: ProfileRecord) => p.name !== "" || p.brings !== "";

async function profilesOfPerson(ctx: Ctx, people: readonly string[]): Promise<(ProfileRecord & Stored)[]> {
  const keys = [];
  for await (const { activityId } of pagesOf((cursor) => Setup.list(ctx, { index: "byState", pk: setups, limit: 500, cursor })))
    keys.push(...people.map((person) => Profile.key({ activityId, person })));
  const found: (ProfileRecord & Stored)[] = [];
  for (let at = 0; at < keys.length; at += 100)
    found.push(...(await ctx.table.getMany(keys.slice(at, at + 100), true)).map((item) => Profile.read(item)));
  return found.filter(saysAnything);
}

/** What the meeting profiles of a person hold. */
export async function heldMeetings(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  const found = await profilesOfPerson(ctx, people);
  return Promise.all(
    found.map(async (p): Promise<Holding> => {
      const holder = (await holdersOf(ctx, p.activityId, [p.person])).get(p.person);
      return {
        kind: "meeting",
        id: p.activityId,
        title: { "zh-CN": "会面资料", en: "Meeting profile" },
        ...(holder?.email ? { page: `/my/meetings/${registrationToken(ctx, holder)}` } : {}),
        facts: factsOf([
          [held.name, p.name],
          [held.organisation, p.organisation],
          [held.interest, [p.brings, p.seeks].filter(Boolean).join("\n")],
          [held.chains, p.chains.join("、")],
          [held.since, p.consent.at],
        ]),
        consents: [{ ...p.consent, text: p.consent.version === meetingConsent.version ? meetingConsent.text : undefined }],
        record: { ...p },
      };
    }),
  );
}

/** Erases what meeting profiles say of a person; their meetings are cancelled, so that nobody waits at a table. */
export async function eraseMeetings(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  let erased = 0;
  for (const profile of await profilesOfPerson(ctx, people)) {
    if (only !== undefined && profile.activityId !== only) continue;
    await endProfile(ctx, profile, "out");
    erased++;
  }
  return erased;
}

/** As long as registrations are kept. */
const keptDays = 730;

/** Empties the profiles of activities that ended two years ago. */
export async function expireMeetings(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - keptDays * 86_400_000).toISOString();
  let erased = 0;
  const old = (cursor?: string) => Setup.list(ctx, { index: "byState", pk: setups, between: ["0", before], limit: 100, cursor });
  for await (const { activityId } of pagesOf(old))
    for await (const profile of pagesOf((cursor) => Profile.list(ctx, { pk: peopleOf(activityId), limit: 100, cursor })))
      if (saysAnything(profile)) {
        await save(ctx, Profile.change(ctx, profile, { ...nothingSaid, status: "out" }));
        erased++;
      }
  return erased;
}
