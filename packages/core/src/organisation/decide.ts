import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { participant } from "../platform/participant.ts";
import { type MembershipRecord, Memberships, Organisations } from "./entity.ts";
import { become, inTurn, ownedOrganisation } from "./in-turn.ts";
import { belongs, isOwner, maySpare, most, without } from "./policy.ts";
import { lastOwner, MembershipRef, membersFull, membershipMissing, RefuseMember } from "./schema.ts";

/** A request that waits for the owners. */
async function asked(ctx: Ctx, of: { code: string; accountId: string }): Promise<MembershipRecord & Stored> {
  const membership = await Memberships.get(ctx, of, membershipMissing);
  if (membership.status !== "asked") throw new DomainError(membershipMissing);
  return membership;
}

/** Lets somebody in who asked. Two owners who decide differently come one after the other. */
export const approveMember = command({
  input: MembershipRef,
  access: "participant",
  run: (ctx, { code, accountId }): Promise<void> =>
    inTurn(ctx, async () => {
      const organisation = await ownedOrganisation(ctx, code);
      const membership = await asked(ctx, { code, accountId });
      if (organisation.owners.length + organisation.members.length >= most)
        throw new DomainError(membersFull, { params: { most } });
      const members = [...without(organisation, accountId).members, accountId];
      const writes = [
        Organisations.change(ctx, organisation, { members }),
        become(ctx, membership, { status: "active", proof: undefined, remark: undefined }),
      ];
      return { writes, answer: undefined };
    }),
});

/** Does not let somebody in who asked; they may ask again. */
export const refuseMember = command({
  input: RefuseMember,
  access: "participant",
  run: (ctx, { code, accountId, remark }): Promise<void> =>
    inTurn(ctx, async () => {
      const organisation = await ownedOrganisation(ctx, code);
      const membership = await asked(ctx, { code, accountId });
      // Unchanged, but written: whoever decides is an owner at that moment.
      const writes = [
        Organisations.change(ctx, organisation, {}),
        become(ctx, membership, { status: "refused", proof: undefined, remark }),
      ];
      return { writes, answer: undefined };
    }),
});

/** Takes somebody out, another owner as well, but not oneself. They see nothing of the organisation from then on. */
export const removeMember = command({
  input: MembershipRef,
  access: "participant",
  run: (ctx, { code, accountId }): Promise<void> =>
    inTurn(ctx, async () => {
      const organisation = await ownedOrganisation(ctx, code);
      const membership = await Memberships.get(ctx, { code, accountId }, membershipMissing);
      if (!belongs(organisation, accountId) || accountId === participant(ctx).id) throw new DomainError(membershipMissing);
      const writes = [
        Organisations.change(ctx, organisation, without(organisation, accountId)),
        become(ctx, membership, { status: "removed" }),
      ];
      return { writes, answer: undefined };
    }),
});

/** Makes a member an owner, beside the one who does it. */
export const makeOwner = command({
  input: MembershipRef,
  access: "participant",
  run: (ctx, { code, accountId }): Promise<void> =>
    inTurn(ctx, async () => {
      const organisation = await ownedOrganisation(ctx, code);
      const membership = await Memberships.get(ctx, { code, accountId }, membershipMissing);
      if (isOwner(organisation, accountId)) return { writes: [], answer: undefined };
      if (!belongs(organisation, accountId)) throw new DomainError(membershipMissing);
      const { owners, members } = without(organisation, accountId);
      const writes = [
        Organisations.change(ctx, organisation, { owners: [...owners, accountId], members }),
        become(ctx, membership, { status: "active" }),
      ];
      return { writes, answer: undefined };
    }),
});

/** An owner is a member like others from now on. @throws DomainError `organisation.last-owner` */
export const stepDown = command({
  input: MembershipRef.pick({ code: true }),
  access: "participant",
  run: (ctx, { code }): Promise<void> =>
    inTurn(ctx, async () => {
      const organisation = await ownedOrganisation(ctx, code);
      const { id } = participant(ctx);
      if (organisation.owners.length < 2) throw new DomainError(lastOwner);
      const { owners, members } = without(organisation, id);
      return { writes: [Organisations.change(ctx, organisation, { owners, members: [...members, id] })], answer: undefined };
    }),
});

/** Goes. The last of all may go, after whom the organisation has no owner: the next one is checked by the organiser again. */
export const leaveOrganisation = command({
  input: MembershipRef.pick({ code: true }),
  access: "participant",
  run: (ctx, { code }): Promise<void> => {
    const { id: accountId } = participant(ctx);
    return inTurn(ctx, async () => {
      const membership = await Memberships.get(ctx, { code, accountId }, membershipMissing);
      const organisation = await Organisations.find(ctx, { code });
      const ended = become(ctx, membership, { status: "left", proof: undefined });
      if (!organisation || !belongs(organisation, accountId)) {
        if (membership.status !== "asked" && membership.status !== "claimed") throw new DomainError(membershipMissing);
        return { writes: [become(ctx, membership, { status: "withdrawn", proof: undefined })], answer: undefined };
      }
      if (!maySpare(organisation, accountId)) throw new DomainError(lastOwner);
      return { writes: [Organisations.change(ctx, organisation, without(organisation, accountId)), ended], answer: undefined };
    });
  },
});
