import { held } from "../consent/index.ts";
import { consentText, factsOf, type Holding } from "../consent/schema.ts";
import { answerText } from "../form/reading-schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import type { Words } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { release } from "./cancel.ts";
import {
  Activity,
  type ActivityRecord,
  erasedRegistration,
  Registration,
  type RegistrationRecord,
  registrationsOf,
} from "./entity.ts";
import { formOf } from "./fill-in.ts";
import { registrationToken } from "./link.ts";
import { activityStatuses, registrationConsent } from "./schema.ts";

async function* allActivities(ctx: Ctx): AsyncGenerator<ActivityRecord & Stored> {
  for (const status of activityStatuses) {
    let cursor: string | undefined;
    do {
      const page = await Activity.list(ctx, { index: "byState", pk: `activity#${status}`, limit: 500, cursor });
      yield* page.items;
      cursor = page.cursor;
    } while (cursor);
  }
}

/** A person's registrations: one look for each activity there is, a hundred at once. */
async function registrationsOfPerson(ctx: Ctx, people: readonly string[]) {
  const activities: ActivityRecord[] = [];
  for await (const activity of allActivities(ctx)) activities.push(activity);
  const keys = activities.flatMap(({ id }) => people.map((person) => Registration.key({ activityId: id, person })));
  const found: (RegistrationRecord & Stored)[] = [];
  for (let at = 0; at < keys.length; at += 100)
    found.push(...(await ctx.table.getMany(keys.slice(at, at + 100))).map((item) => Registration.read(item)));
  return found.map((registration) => ({ registration, activity: activities.find(({ id }) => id === registration.activityId) }));
}

/** What somebody answered, by the questions as they were asked. */
async function saidIn(ctx: Ctx, { activityId, form, answers = {} }: RegistrationRecord): Promise<[Words, string][]> {
  const questions = (await formOf(ctx, activityId, form))?.questions ?? [];
  return questions.flatMap((question): [Words, string][] => {
    const said = answers[question.id];
    const text = answerText(question, said, "zh-CN", (id) => chainById[id]?.name["zh-CN"] ?? id);
    return said === undefined
      ? []
      : [[{ "zh-CN": question.label["zh-CN"], en: question.label.en ?? question.label["zh-CN"] }, text]];
  });
}

/** What the registrations of a person hold. */
export async function heldRegistrations(ctx: Ctx, people: readonly string[]): Promise<Holding[]> {
  const found = await Promise.all(
    (await registrationsOfPerson(ctx, people)).map(async (one) => ({ ...one, answers: await saidIn(ctx, one.registration) })),
  );
  return found
    .filter(({ registration }) => registration.email)
    .map(({ registration: r, activity, answers }) => ({
      kind: "registration",
      id: r.activityId,
      title: {
        "zh-CN": `活动报名：${activity?.title["zh-CN"] ?? ""}`,
        en: `Registration: ${activity?.title.en ?? activity?.title["zh-CN"] ?? ""}`,
      },
      page: `/my/registrations/${registrationToken(ctx, r)}`,
      facts: factsOf([
        [held.name, r.name],
        [held.organisation, r.organisation],
        [held.email, r.email],
        [held.phone, r.phone],
        [held.interest, r.interest],
        ...answers,
        [held.state, r.status],
        [held.since, r.queuedAt],
      ]),
      consents: [
        { ...r.consent, text: r.consent.version === registrationConsent.version ? registrationConsent.text : undefined },
        ...(r.notices ? [{ ...r.notices, text: consentText("event-notices", r.notices.version) }] : []),
      ],
      record: { ...r },
    }));
}

/** Takes back that somebody is told of events to come, in one registration. @returns how many were in force */
export async function withdrawNotices(ctx: Ctx, people: readonly string[], activityId: string): Promise<number> {
  const found = people.length ? await ctx.table.getMany(people.map((person) => Registration.key({ activityId, person }))) : [];
  const agreed = found.map(Registration.read).filter(({ notices }) => notices && !notices.withdrawnAt);
  for (const one of agreed)
    if (one.notices)
      await save(ctx, Registration.change(ctx, one, { notices: { ...one.notices, withdrawnAt: ctx.now().toISOString() } }));
  return agreed.length;
}

/** Erases what registrations say of a person: a seat or a place in the queue is given back, and nobody is written to. */
export async function eraseRegistrations(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  let erased = 0;
  for (const { registration } of await registrationsOfPerson(ctx, people)) {
    if (only !== undefined && registration.activityId !== only) continue;
    if (!registration.email) continue;
    if (registration.status !== "cancelled") await release(ctx, registration, "erased");
    else await save(ctx, Registration.change(ctx, registration, erasedRegistration));
    erased++;
  }
  return erased;
}

/** Days after an activity's end for which registrations keep what they say of people, as their consent promises. */
const keptDays = 730;

/** Erases what registrations of activities that ended two years ago still say. */
export async function expireRegistrations(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - keptDays * 86_400_000).toISOString();
  let erased = 0;
  for await (const { id, endsAt } of allActivities(ctx)) {
    if (endsAt > before) continue;
    let cursor: string | undefined;
    do {
      const page = await Registration.list(ctx, { pk: registrationsOf(id), limit: 100, cursor });
      for (const registration of page.items.filter(({ name }) => name)) {
        await save(ctx, Registration.change(ctx, registration, erasedRegistration));
        erased++;
      }
      cursor = page.cursor;
    } while (cursor);
  }
  return erased;
}
