import * as z from "zod";
import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { countAll } from "../platform/review.ts";
import { Paging } from "../platform/schema.ts";
import { allOrganisations, type MembershipRecord, Memberships, membersOf, Organisations, openClaims } from "./entity.ts";
import { become, inTurn } from "./in-turn.ts";
import { belongs, mostOwners, without } from "./policy.ts";
import {
  type ClaimView,
  ConfirmClaim,
  membershipMissing,
  type OrganisationView,
  organisationMissing,
  RefuseClaim,
  ReleaseOrganisation,
} from "./schema.ts";

const staff = ["organiser"] as const;

/** Who claims an organisation that has no owner, the longest waiting first, with whoever else claims the same one. */
export const listClaims = command({
  input: Paging,
  access: [...staff, "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<ClaimView>> {
    const page = await Memberships.list(ctx, { index: "byState", pk: openClaims, limit, cursor });
    const items = await Promise.all(page.items.map((claim) => claimView(ctx, claim)));
    return { items, ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});

/** Which claims wait, by the name that each gave: for the overview, which reads no more of them. */
export const claimsByName = command({
  input: Paging,
  access: [...staff, "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<Pick<MembershipRecord, "code" | "accountId" | "since"> & { name: string }>> {
    const page = await Memberships.list(ctx, { index: "byState", pk: openClaims, limit, cursor });
    const items = page.items.map(({ code, accountId, since, says }) => ({ code, accountId, since, name: says.name }));
    return { items, ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});

async function claimView(ctx: Ctx, claim: MembershipRecord & Stored): Promise<ClaimView> {
  const { code, accountId, contact, proof = "", says, since, version } = claim;
  const [organisation, { items }] = await Promise.all([
    Organisations.find(ctx, { code }),
    Memberships.list(ctx, { ...membersOf(code), limit: 100 }),
  ]);
  const rivals = items.filter((one) => one.status === "claimed" && one.accountId !== accountId).length;
  return {
    code,
    accountId,
    ...contact,
    proof,
    says: { ...says, chains: [...says.chains] },
    since,
    rivals,
    hasOwner: (organisation?.owners.length ?? 0) > 0,
    known: organisation?.name,
    version,
  };
}

async function claimed(ctx: Ctx, of: { code: string; accountId: string; version: number }) {
  const claim = await Memberships.get(ctx, of, membershipMissing);
  if (claim.version !== of.version) throw new DomainError(changedMeanwhile);
  if (claim.status !== "claimed") throw new DomainError(membershipMissing);
  return claim;
}

/**
 * Makes somebody the owner of an organisation, after they were checked by another way than what they gave. Where it has got an owner meanwhile,
 * that one decides: the claim is passed on.
 */
export const confirmClaim = command({
  input: ConfirmClaim,
  access: staff,
  run: (ctx, { code, accountId, version, name, how }) =>
    inTurn<{ passedOn: boolean }>(ctx, async () => {
      const claim = await claimed(ctx, { code, accountId, version });
      const organisation = await Organisations.find(ctx, { code });
      if (organisation?.owners.length) return { writes: [become(ctx, claim, { status: "asked" })], answer: { passedOn: true } };
      const confirmed = { by: actorName(ctx.actor), at: ctx.now().toISOString(), how };
      const { kind, region, chains } = claim.says;
      const owned = { name, kind, region, chains, confirmed, owners: [accountId] };
      const writes = [
        organisation
          ? Organisations.change(ctx, organisation, { ...owned, members: without(organisation, accountId).members })
          : Organisations.create(ctx, { code, ...owned, members: [] }),
        become(ctx, claim, { status: "active", proof: undefined, remark: undefined }),
      ];
      return { writes, answer: { passedOn: false } };
    }),
});

/** Does not make somebody the owner. Whoever was a member stays one. */
export const refuseClaim = command({
  input: RefuseClaim,
  access: staff,
  async run(ctx, { code, accountId, version, remark }): Promise<void> {
    const claim = await claimed(ctx, { code, accountId, version });
    const organisation = await Organisations.find(ctx, { code });
    const status = organisation && belongs(organisation, accountId) ? ("active" as const) : ("refused" as const);
    await save(ctx, become(ctx, claim, { status, proof: undefined, remark }));
  },
});

/** How many claims wait. */
export const countClaims = command({
  input: z.object({}),
  access: [...staff, "auditor"],
  run: (ctx) => countAll(ctx, Memberships, { index: "byState", pk: openClaims }),
});

/** The organisations that somebody was confirmed for. */
export const listOrganisations = command({
  input: Paging,
  access: [...staff, "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<OrganisationView>> {
    const page = await Organisations.list(ctx, { index: "byState", pk: allOrganisations, limit, cursor });
    const items = page.items.map(({ code, name, kind, region, chains, owners, members, confirmed, version }) => ({
      code,
      name,
      kind,
      region,
      chains: [...chains],
      owners: owners.length,
      members: members.length,
      confirmed,
      version,
    }));
    return { items, ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});

/** Takes all owners out, where somebody got in who should not have: from then on the organisation waits for another one to be checked. */
export const releaseOrganisation = command({
  input: ReleaseOrganisation,
  access: staff,
  async run(ctx, { code, version, remark }): Promise<{ version: number }> {
    const organisation = await Organisations.get(ctx, { code }, organisationMissing);
    if (organisation.version !== version) throw new DomainError(changedMeanwhile);
    const owners = await Promise.all(
      organisation.owners.slice(0, mostOwners).map((accountId) => Memberships.get(ctx, { code, accountId }, membershipMissing)),
    );
    const left = organisation.owners.slice(mostOwners);
    await save(
      ctx,
      Organisations.change(ctx, organisation, { owners: left }),
      ...owners.map((one) => become(ctx, one, { status: "removed", remark })),
    );
    return { version: version + 1 };
  },
});
