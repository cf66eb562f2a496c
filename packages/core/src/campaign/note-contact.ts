import { activityAtDoor, holdersOf } from "../activity/index.ts";
import { memberOf } from "../organisation/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { noteActivity, noteInvited, noteMatched } from "../segment/reactions.ts";
import { inThePool } from "../talent/reactions.ts";
import { type Gathered, gatherContact } from "./gather-contact.ts";
import { proposePairs } from "./pairs.ts";

/** Days for which a registration's consent lets what it says be kept after the activity. */
const registrationDays = 730;

interface Told {
  readonly name: string;
  readonly time: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Keeps contacts and what is known of them up to date with what happened. Reads what is so now: being told twice, or late, changes nothing. */
export async function noteContact(ctx: Ctx, { name, time, data }: Told): Promise<void> {
  const { activityId = "", person = "" } = data;
  if (name === "contacts.alike") return proposePairs(ctx, person);
  if (name === "invitation.chosen") return noteInvited(ctx, { activityId, person, at: time });
  if (name === "match.asked") return person ? noteMatched(ctx, { person, at: time }) : undefined;
  if (name.startsWith("talent.")) return noteTalent(ctx, data.talentId ?? "");
  if (name.startsWith("organisation.")) return noteMember(ctx, { code: data.code ?? "", accountId: data.accountId ?? "" });
  await noteActivity(ctx, { activityId, person });
  if (name.startsWith("activity.")) await noteRegistration(ctx, activityId, person);
}

async function noteRegistration(ctx: Ctx, activityId: string, person: string): Promise<void> {
  const holder = (await holdersOf(ctx, activityId, [person])).get(person);
  await gatherContact(ctx, person, { kind: "registration", id: activityId }, holder && (await ofRegistration(ctx, holder)));
}

type Holder = Awaited<ReturnType<typeof holdersOf>> extends ReadonlyMap<string, infer H> ? H : never;

async function ofRegistration(ctx: Ctx, holder: Holder): Promise<Gathered | undefined> {
  if (!holder.email || holder.status === "cancelled" || holder.status === "refused") return undefined;
  try {
    const { endsAt, title } = await activityAtDoor(ctx, holder.activityId);
    const { email, name, organisation, phone, locale, consent, notices } = holder;
    return {
      fields: { email, name, organisation, phone, locale },
      ...{ basis: "activity-registration", source: title["zh-CN"], at: consent.at },
      noticesAt: notices?.withdrawnAt ? undefined : notices?.at,
      until: new Date(new Date(endsAt).getTime() + registrationDays * 86_400_000).toISOString(),
    };
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
}

async function noteTalent(ctx: Ctx, talentId: string): Promise<void> {
  const talent = await inThePool(ctx, talentId);
  if (!talent) return;
  const { person, at, noticesAt, ...fields } = talent;
  const { email } = fields;
  const found: Gathered | undefined = email
    ? { fields: { ...fields, email }, basis: "talent-pool", source: "灵犀人才库", at, noticesAt }
    : undefined;
  await gatherContact(ctx, person, { kind: "talent", id: talentId }, found);
}

async function noteMember(ctx: Ctx, of: { code: string; accountId: string }): Promise<void> {
  const member = await memberOf(ctx, of);
  if (!member) return;
  const { person, at, ...fields } = member;
  const { email } = fields;
  const found: Gathered | undefined = email
    ? { fields: { ...fields, email }, basis: "membership", source: fields.organisation, at }
    : undefined;
  await gatherContact(ctx, person, { kind: "membership", id: of.code }, found);
}
