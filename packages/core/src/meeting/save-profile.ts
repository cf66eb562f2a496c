import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, invalidInput } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { closeRequests } from "./end.ts";
import { Name, Profile, type ProfileRecord, Twin } from "./entity.ts";
import { nameDigest } from "./name-digest.ts";
import { assertOpen, openSeat } from "./open.ts";
import { meetingConsent, Profile as ProfileInput, twice } from "./schema.ts";
import { slotsOf } from "./slots.ts";
import { noteTwin } from "./twins.ts";

const timeTrouble = (known: readonly string[], times: readonly string[]) => {
  if (times.length === 0)
    return { "zh-CN": "“可以会面的时间”没有选择：请至少选一个时段。", en: "Times at which I can meet: choose one at least." };
  if (times.every((time) => known.includes(time))) return undefined;
  return {
    "zh-CN": "“可以会面的时间”里有不存在的时段（主办方可能调整过）。请重新选择。",
    en: "Times at which I can meet: one of them is no slot (the organiser may have changed them). Choose again.",
  };
};

/**
 * Writes what others see of one who takes part, and when they can meet; the consent is given anew with it.
 * @throws DomainError `meeting.twice`, `input.invalid` on `times`, `record.changed`
 */
export const saveProfile = command({
  input: z.object({ token: z.string().max(200), ...ProfileInput.shape }),
  access: "public",
  async run(ctx, { token, consent: _, seeks, ...said }): Promise<{ id: string }> {
    const { registration, setup, profile } = await openSeat(ctx, token);
    const { activityId, person, name, organisation } = registration;
    await assertOpen(ctx, setup);
    const twin = await Twin.find(ctx, { activityId, person });
    const digest = nameDigest(ctx, activityId, registration, twin?.state === "apart" ? person : "");
    const known = slotsOf(setup).map(({ startsAt }) => startsAt);
    const wrong = timeTrouble(known, said.times);
    if (wrong) throw new DomainError(invalidInput, { fields: [{ field: "times", message: wrong }], params: { count: 1 } });
    if (profile?.status === "out") await closeRequests(ctx, activityId, person);
    const { purpose, version } = meetingConsent;
    const content = {
      ...{ ...said, name, organisation, seeks, named: digest, status: "in" as const },
      times: known.filter((time) => said.times.includes(time)),
      consent: { purpose, version, at: ctx.now().toISOString(), source: "link" },
    };
    const fresh: ProfileRecord = { activityId, person, id: profile?.id ?? ctx.newId("mtp"), wishes: [], ...content };
    const write = profile ? Profile.change(ctx, profile, content) : Profile.create(ctx, fresh);
    const had = profile?.name ? (profile.named ?? nameDigest(ctx, activityId, profile)) : undefined;
    if (had === digest) await save(ctx, write);
    else await claim(ctx, write, { activityId, name: digest, person }, had);
    return { id: fresh.id };
  },
});

/** Takes the name for this address along with the profile, and gives an earlier one back. */
async function claim(ctx: Ctx, write: Write, name: { activityId: string; name: string; person: string }, had?: string) {
  const condition = "attribute_not_exists(pk) OR #person = :person";
  const taken = Name.create(ctx, name, { condition, values: { ":person": name.person } });
  const back = had ? [Name.remove({ activityId: name.activityId, name: had })] : [];
  try {
    await ctx.table.write([write, taken, ...back], ctx.newId("tok").slice(4));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const holder = error.failed.get(1)?.person;
    if (typeof holder !== "string") throw new DomainError(changedMeanwhile);
    await noteTwin(ctx, name, holder);
    throw new DomainError(twice);
  }
}
