import { type Part, type Role, reaches } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { everyMember, Members } from "./entity.ts";
import { nameOf, rightsOf } from "./policy.ts";

/** A member of staff as other staff meet them: no address. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Keyed digest under which what is personal of theirs is sealed. */
  readonly person: string;
}

/** The members who are not disabled and whose role holds for the part, in the order of their coming. An administrator counts only with the role itself. */
export async function membersWith(ctx: Ctx, role: Role, part: Part): Promise<Named[]> {
  const found: Named[] = [];
  let cursor: string | undefined;
  do {
    const page = await Members.list(ctx, { index: "byState", pk: everyMember, limit: 100, cursor });
    for (const member of page.items) {
      const grants = member.grants.filter((grant) => grant.role === role);
      if (member.status === "disabled" || !grants.length) continue;
      if (reaches({ kind: "staff", id: member.id, ...rightsOf(grants) }, [role], part))
        found.push({ id: member.id, name: nameOf(member), person: member.person ?? member.id });
    }
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** One member, whatever their roles. */
export async function namedMember(ctx: Ctx, id: string): Promise<Named | undefined> {
  const member = await Members.find(ctx, { id });
  return member && { id, name: nameOf(member), person: member.person ?? member.id };
}
