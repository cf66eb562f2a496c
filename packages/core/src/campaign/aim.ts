import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { statesOf } from "../platform/mail/record.ts";
import { type Facts, factsOf, joinedFacts, judge, neededBy, organisationFacts, rulesOf } from "../segment/index.ts";
import type { Rule } from "../segment/schema.ts";
import { agreedKinds, sourcesOf } from "./consented.ts";
import type { Aim, ContactRecord } from "./entity.ts";
import { mailKey } from "./mail-key.ts";
import type { Audience, Exclusion } from "./schema.ts";

/** The segments that an audience names, as they are now; nothing where it names none. @throws DomainError `segment.not-found` */
export async function aimOf(ctx: Ctx, { segmentId, exceptSegments = [] }: Audience): Promise<Aim | undefined> {
  if (!segmentId && !exceptSegments.length) return undefined;
  const [segment, ...except] = await rulesOf(ctx, segmentId ? [segmentId, ...exceptSegments] : exceptSegments);
  return segmentId ? { segment, except } : { except: [segment, ...except].filter((one) => one !== undefined) };
}

/** Mails that went, or of which nobody knows. */
const gone: ReadonlySet<string> = new Set(["accepted", "delivered", "complained", "unknown", "left"]);

/** Reads the facts of a page of contacts, as far as the rules ask for them: a few round trips a page, whatever its size. */
export async function reading(ctx: Ctx, rules: readonly Rule[]) {
  const needs = neededBy(rules);
  const organisation = needs.organisations ? await organisationFacts(ctx) : undefined;
  return async (contacts: readonly ContactRecord[]): Promise<(contact: ContactRecord) => Facts> => {
    const people = contacts.flatMap(({ person, merged = [] }) => [person, ...merged.map((one) => one.person)]);
    const [facts, mails] = await Promise.all([
      needs.behaviour ? factsOf(ctx, people) : undefined,
      statesOf(
        ctx,
        needs.sent.flatMap((id) => people.map((person) => mailKey(id, person))),
      ),
    ]);
    return (contact) => {
      const own = [contact.person, ...(contact.merged ?? []).map(({ person }) => person)];
      const did = joinedFacts(own.map((person) => facts?.get(person)));
      return {
        ...{ chains: contact.chains, locale: contact.locale, lists: contact.lists, agreed: agreedKinds(contact) },
        sources: sourcesOf(contact),
        ...{ organisation: contact.organisation ?? "", creditCode: contact.creditCode ?? "" },
        ...organisation?.(contact),
        ...{ activities: did.activities, matchedAt: did.matchedAt },
        sent: new Set(needs.sent.filter((id) => own.some((person) => gone.has(mails.get(mailKey(id, person)) ?? "")))),
      };
    };
  };
}

/** Says of contacts, a page at a time, whether segments or lists put them outside an audience. */
export async function aiming(ctx: Ctx, { exceptLists = [] }: Audience, aim: Aim | undefined) {
  const now = ctx.now().toISOString();
  const inside = aim?.segment && judge(aim.segment.rule, now);
  const except = (aim?.except ?? []).map(({ rule }) => judge(rule, now));
  const read =
    aim &&
    (await reading(
      ctx,
      [aim.segment, ...aim.except].flatMap((named) => named?.rule ?? []),
    ));
  return async (contacts: readonly (ContactRecord & Stored)[]): Promise<(contact: ContactRecord) => Exclusion | undefined> => {
    const factsAbout = await read?.(contacts);
    return (contact) => {
      if (contact.lists.some((list) => exceptLists.includes(list))) return "left-out";
      const facts = factsAbout?.(contact);
      if (!facts) return undefined;
      if (inside && !inside(facts)) return "segment";
      return except.some((holds) => holds(facts)) ? "left-out" : undefined;
    };
  };
}
