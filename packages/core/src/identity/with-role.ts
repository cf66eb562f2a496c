import { type Part, type Role, reaches } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import type { Locale } from "../platform/text.ts";
import { everyMember, type MemberRecord, Members } from "./entity.ts";
import { nameOf, rightsOf } from "./policy.ts";

/** A member of staff as other staff meet them: no address. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Keyed digest under which what is personal of theirs is sealed. */
  readonly person: string;
}

function holds(member: MemberRecord, role: Role, part: Part): boolean {
  const grants = member.grants.filter((grant) => grant.role === role);
  if (member.status === "disabled" || !grants.length) return false;
  return reaches({ kind: "staff", id: member.id, ...rightsOf(grants) }, [role], part);
}

/** The members who are not disabled and whose role holds for the part, in the order of their coming. An administrator counts only with the role itself. */
export async function membersWith(ctx: Ctx, role: Role, part: Part): Promise<Named[]> {
  const found: Named[] = [];
  let cursor: string | undefined;
  do {
    const page = await Members.list(ctx, { index: "byState", pk: everyMember, limit: 100, cursor });
    for (const member of page.items) {
      if (holds(member, role, part)) found.push({ id: member.id, name: nameOf(member), person: member.person ?? member.id });
    }
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** A member who may be written to. */
export interface Reached extends Named {
  readonly email: string;
  readonly locale: Locale;
}

/** One member who is not disabled, and whose role holds for the part, with where to write to. */
export async function reachMember(ctx: Ctx, id: string, role: Role, part: Part): Promise<Reached | undefined> {
  const member = await Members.find(ctx, { id });
  if (!member?.contact.email || !holds(member, role, part)) return undefined;
  return { id, name: nameOf(member), person: member.person ?? id, email: member.contact.email, locale: member.locale };
}

/** One member, whatever their roles. */
export async function namedMember(ctx: Ctx, id: string): Promise<Named | undefined> {
  const member = await Members.find(ctx, { id });
  return member && { id, name: nameOf(member), person: member.person ?? member.id };
}
