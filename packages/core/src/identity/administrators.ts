import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError, notAllowed } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Administrators, type MemberRecord } from "./entity.ts";
import { lastAdministrator } from "./schema.ts";

export const isAdministrator = ({ grants }: Pick<MemberRecord, "grants">) => grants.some(({ role }) => role === "administrator");

/**
 * The write that keeps the list of administrators in step with a member. It is part of every change of staff, so that these come one after
 * another: each is made by somebody who is an administrator at that moment, and leaves at least one.
 * @throws DomainError `access.forbidden` when the actor is no administrator any more, `identity.last-administrator`
 */
export async function administratorsAfter(ctx: Ctx, memberId: string, becomes: boolean): Promise<Write> {
  const list = await Administrators.find(ctx, {});
  const { actor } = ctx;
  if (actor.kind === "staff" && !list?.members.includes(actor.id)) throw new DomainError(notAllowed);
  const others = (list?.members ?? []).filter((id) => id !== memberId);
  const members = becomes ? [...others, memberId] : others;
  if (list?.members.length && !members.length) throw new DomainError(lastAdministrator);
  return list ? Administrators.change(ctx, list, { members }) : Administrators.create(ctx, { members });
}

/** Does a change of staff; meets it another one, it is looked at anew, so that whoever comes second hears the true reason. */
export async function inTurn(ctx: Ctx, change: () => Promise<Write[]>): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const writes = await change();
    try {
      await ctx.table.write(writes, ctx.newId("tok").slice(4));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}
