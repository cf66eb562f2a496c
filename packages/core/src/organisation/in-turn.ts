import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { participant } from "../platform/participant.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { type MembershipRecord, Memberships, type OrganisationRecord, Organisations } from "./entity.ts";
import { belongs, isOwner } from "./policy.ts";
import { notOwner, organisationMissing } from "./schema.ts";

/** Does a change of who belongs to an organisation; meets it another one, it is looked at anew, so that whoever comes second hears the true reason. */
export async function inTurn<T>(ctx: Ctx, change: () => Promise<{ writes: Write[]; answer: T }>): Promise<T> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const { writes, answer } = await change();
    try {
      if (writes.length) await ctx.table.write(writes, ctx.newId("tok").slice(4));
      return answer;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}

/** An organisation that the participant belongs to. Whether there is one that they do not belong to is not told. @throws DomainError `organisation.not-found` */
export async function ownOrganisation(ctx: Ctx, code: string): Promise<OrganisationRecord & Stored> {
  const organisation = await Organisations.get(ctx, { code }, organisationMissing);
  if (!belongs(organisation, participant(ctx).id)) throw new DomainError(organisationMissing);
  return organisation;
}

/** One that the participant owns at this moment. @throws DomainError `organisation.not-found`, `organisation.not-owner` */
export async function ownedOrganisation(ctx: Ctx, code: string): Promise<OrganisationRecord & Stored> {
  const organisation = await ownOrganisation(ctx, code);
  if (!isOwner(organisation, participant(ctx).id)) throw new DomainError(notOwner);
  return organisation;
}

/** A membership as it is from now on. */
export const become = (ctx: Ctx, membership: MembershipRecord & Stored, patch: Partial<MembershipRecord>): Write =>
  Memberships.change(ctx, membership, { since: ctx.now().toISOString(), ...patch });
