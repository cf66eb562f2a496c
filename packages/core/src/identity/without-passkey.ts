import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { administratorsAfter, inTurn, isAdministrator } from "./administrators.ts";
import { Members } from "./entity.ts";
import { needEnabled } from "./members.ts";
import { LetWithoutPasskey, MemberVersion, memberMissing, passkeyNotSpared } from "./schema.ts";
import { own } from "./sessions.ts";

/**
 * Lets one member work by links alone, whose devices know no passkeys. Who did it and why is on record. Nobody does it for themselves, and an
 * administrator is never spared.
 * @throws DomainError `identity.passkey-not-spared`
 */
export const letWithoutPasskey = command({
  input: LetWithoutPasskey,
  access: ["administrator"],
  async run(ctx, { memberId, version, note }): Promise<{ version: number }> {
    const withoutPasskey = { by: own(ctx), at: ctx.now().toISOString(), note };
    await inTurn(ctx, async () => {
      const member = await Members.get(ctx, { id: memberId }, memberMissing);
      if (member.version !== version) throw new DomainError(changedMeanwhile);
      needEnabled(member);
      if (memberId === actorName(ctx.actor) || isAdministrator(member)) throw new DomainError(passkeyNotSpared);
      return [Members.change(ctx, member, { withoutPasskey }), await administratorsAfter(ctx, memberId, false)];
    });
    return { version: version + 1 };
  },
});

/** From now on they need one like everybody. */
export const endWithoutPasskey = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId, version }): Promise<{ version: number }> {
    await inTurn(ctx, async () => {
      const member = await Members.get(ctx, { id: memberId }, memberMissing);
      if (member.version !== version) throw new DomainError(changedMeanwhile);
      const stays = member.status === "active" && isAdministrator(member);
      return [Members.change(ctx, member, { withoutPasskey: undefined }), await administratorsAfter(ctx, memberId, stays)];
    });
    return { version: version + 1 };
  },
});
