import { activitiesStarting, activityAtDoor, holders } from "../activity/index.ts";
import { type Agreed, consentsTo, contactsOf, contactsToInvite, type KnownContact, refusalsOf } from "../campaign/index.ts";
import { noticesConsent } from "../consent/notices-schema.ts";
import type { Ctx } from "../platform/context.ts";
import { pooledTalents } from "../talent/reactions.ts";
import type { Choice, PassedOver } from "./schema.ts";

/** Somebody who may be chosen: a contact, or who registered or applied and would be one. */
export interface Known {
  readonly person: string;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly chains: readonly string[];
  readonly contact?: KnownContact | undefined;
  /** Of who is no contact. */
  readonly agreed?: Agreed | undefined;
  /** Why they may not be written to, if there is a reason. */
  readonly excluded: PassedOver | undefined;
}

/** Of who is on no list: what is known of them, and whether they agreed to be told of events. */
interface Stranger extends Omit<Agreed, "agreed"> {
  readonly agreed?: Agreed["agreed"] | undefined;
}

const batchOf = 100;
/** Registrations are looked at for so many days back, where no activity is named. */
const lookBack = 366;

/** Everyone who may be chosen from, contacts first, each once. */
export async function* everyoneKnown(ctx: Ctx, { from, attended }: Choice): AsyncGenerator<Known> {
  if (from.includes("contacts"))
    for await (const { contact, excluded } of contactsToInvite(ctx)) {
      const { person, name, organisation, creditCode, chains } = contact;
      if (contact.email) yield { person, name, organisation, creditCode, chains, contact, excluded };
    }
  const strangers = new Map<string, Stranger>();
  const meet = (one: Stranger) => {
    const known = strangers.get(one.person);
    const chains = [...new Set([...(known?.chains ?? []), ...one.chains])];
    strangers.set(one.person, { ...one, ...known, chains, agreed: known?.agreed ?? one.agreed });
  };
  if (from.includes("talents")) for await (const one of talents(ctx)) meet(one);
  if (from.includes("registrants")) for await (const one of registrants(ctx, attended)) meet(one);
  const all = [...strangers.values()];
  for (let at = 0; at < all.length; at += batchOf)
    yield* await asKnown(ctx, all.slice(at, at + batchOf), from.includes("contacts"));
}

/** One who is a contact is what the contact says, and was met already where contacts are chosen from. */
async function asKnown(ctx: Ctx, some: readonly Stranger[], met: boolean): Promise<Known[]> {
  const people = some.map(({ person }) => person);
  const [contacts, refusals] = await Promise.all([contactsOf(ctx, people), refusalsOf(ctx, people)]);
  return some.flatMap((stranger): Known[] => {
    const { person, name, organisation, chains, agreed } = stranger;
    const contact = contacts.get(person);
    if (contact?.email) {
      if (met) return [];
      const consents = consentsTo(contact, "public-service");
      // One whom no list names is known by what they registered or applied for alone.
      const excluded = refusals.get(person) ?? (consents ? undefined : contact.lists.length ? "no-consent" : "unlisted");
      return [{ ...contact, chains: [...contact.chains, ...chains], contact, excluded }];
    }
    const excluded = refusals.get(person) ?? (agreed ? undefined : "unlisted");
    // What is left of a contact that was erased is written over.
    return [{ person, name, organisation, chains, excluded, contact, ...(agreed ? { agreed: { ...stranger, agreed } } : {}) }];
  });
}

async function* talents(ctx: Ctx): AsyncGenerator<Stranger> {
  for await (const { id, agreedAt, ...talent } of pooledTalents(ctx))
    yield { ...talent, ...(agreedAt ? { agreed: { at: agreedAt, source: "人才库 / Talent pool", by: id } } : {}) };
}

/** Who registered for the named activities, or for any that began within a year. */
async function* registrants(ctx: Ctx, named: readonly string[]): AsyncGenerator<Stranger> {
  const now = ctx.now();
  const since = new Date(now.getTime() - lookBack * 86_400_000);
  const past = named.length
    ? await Promise.all(named.map((id) => activityAtDoor(ctx, id)))
    : await activitiesStarting(ctx, since.toISOString(), now.toISOString());
  for (const { id: activityId, title, chains } of past) {
    let cursor: string | undefined;
    do {
      const page = await holders(ctx, activityId, { limit: 500, cursor });
      for (const { person, name, organisation, email, locale, status, notices } of page.items) {
        // A seat without an address is a companion's who is reached by nobody; who was refused or left said nothing of other events.
        if (!email || status === "refused" || status === "cancelled") continue;
        const given = notices?.purpose === noticesConsent.purpose && !notices.withdrawnAt ? notices : undefined;
        const agreed = given && { at: given.at, source: title["zh-CN"], by: activityId };
        yield { person, name, organisation, email, locale, chains, ...(agreed ? { agreed } : {}) };
      }
      cursor = page.cursor;
    } while (cursor);
  }
}
