import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Administrators, Members } from "./entity.ts";
import { needEnabled } from "./members.ts";
import { recoveryOf } from "./policy.ts";
import { MemberVersion, memberMissing, recoveryNotAsked, recoverySameHand } from "./schema.ts";
import { own } from "./sessions.ts";

/** Proposes a new way in for a member who has lost every passkey. Another administrator has to confirm it within 24 hours. */
export const proposeRecovery = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId }): Promise<{ version: number }> {
    const askedBy = own(ctx);
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    needEnabled(member);
    if (askedBy === memberId) throw new DomainError(recoverySameHand);
    await save(ctx, Members.change(ctx, member, { recovery: { askedBy, at: ctx.now().toISOString() } }));
    return { version: member.version + 1 };
  },
});

/** Confirms what another administrator proposed: the person may sign in by a link once, which takes all old passkeys away. */
export const confirmRecovery = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId }): Promise<{ version: number }> {
    const confirmedBy = own(ctx);
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    needEnabled(member);
    const asked = recoveryOf(member, ctx.now());
    if (!member.recovery || !asked || asked.confirmedAt) throw new DomainError(recoveryNotAsked);
    if ([asked.askedBy, memberId].includes(confirmedBy)) throw new DomainError(recoverySameHand);
    const list = await Administrators.find(ctx, {});
    // Whoever proposed it must still be an administrator, else one alone could let somebody in by roles that come and go.
    if (!list?.members.includes(asked.askedBy)) throw new DomainError(recoveryNotAsked);
    const recovery = { ...member.recovery, confirmedBy, confirmedAt: ctx.now().toISOString() };
    await save(ctx, Members.change(ctx, member, { recovery }), Administrators.change(ctx, list, {}));
    return { version: member.version + 1 };
  },
});

/** Takes a proposal back, confirmed or not. */
export const withdrawRecovery = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId }): Promise<{ version: number }> {
    const member = await Members.get(ctx, { id: memberId }, memberMissing);
    await save(ctx, Members.change(ctx, member, { recovery: undefined }));
    return { version: member.version + 1 };
  },
});
