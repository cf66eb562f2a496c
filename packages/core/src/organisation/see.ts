import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { participant } from "../platform/participant.ts";
import { KnownChains } from "../taxonomy/index.ts";
import { type MembershipRecord, Memberships, membershipsOf, membersOf, Organisations, Things, thingsOf } from "./entity.ts";
import { ownedOrganisation, ownOrganisation } from "./in-turn.ts";
import { belongs, isOwner } from "./policy.ts";
import { DescribeOrganisation, type MemberLine, type MembershipView, OrganisationRef, type OwnOrganisation } from "./schema.ts";

/** Every membership that the participant's account has or asks for, and has not ended. */
export async function membershipsOfOwn(ctx: Ctx): Promise<(MembershipRecord & Stored)[]> {
  const { id, person } = participant(ctx);
  const { items } = await Memberships.list(ctx, { index: "byOwner", pk: membershipsOf(person), limit: 100 });
  return items.filter(({ accountId }) => accountId === id);
}

const shown = ["claimed", "asked", "active", "refused", "removed"];

/** The participant's organisations. The name of one that they do not belong to yet is the one that they gave. */
export async function ownMemberships(ctx: Ctx): Promise<MembershipView[]> {
  const { id } = participant(ctx);
  const memberships = (await membershipsOfOwn(ctx)).filter(({ status }) => shown.includes(status));
  return Promise.all(
    memberships.map(async ({ code, status, says, since, remark }) => {
      const organisation = await Organisations.find(ctx, { code });
      const inside = organisation && belongs(organisation, id);
      const owner = Boolean(inside && isOwner(organisation, id));
      return { code, status, name: inside ? organisation.name : says.name, since, owner, member: Boolean(inside), remark };
    }),
  );
}

/** One organisation as its members see it; only owners see how to reach the others, and who asks to come in. */
export async function ownOrganisationView(ctx: Ctx, code: string): Promise<OwnOrganisation> {
  const { id } = participant(ctx);
  const organisation = await ownOrganisation(ctx, code);
  const owner = isOwner(organisation, id);
  const members: MemberLine[] = [];
  const asking: MemberLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await Memberships.list(ctx, { ...membersOf(code), limit: 100, cursor });
    for (const { accountId, contact, proof, status, since } of page.items) {
      const inside = belongs(organisation, accountId);
      const { name, position, email } = contact;
      const line = { accountId, name, position, since, owner: isOwner(organisation, accountId), me: accountId === id };
      if (inside) members.push(owner ? { ...line, email } : line);
      else if (owner && status === "asked") asking.push({ ...line, email, proof });
    }
    cursor = page.cursor;
  } while (cursor);
  const { name, kind, region, chains, version } = organisation;
  return { code, name, kind, region, chains: [...chains], owner, members, asking, version };
}

/** Which projects and needs were submitted with the code of an organisation, for its members. */
export async function thingsOfOrganisation(ctx: Ctx, code: string): Promise<{ kind: "project" | "demand"; id: string }[]> {
  await ownOrganisation(ctx, code);
  // What was noted under an older secret is found as well.
  const pages = await Promise.all(
    ctx.keys
      .digests("organisation", code)
      .map((organisation) => Things.list(ctx, { index: "byOwner", pk: thingsOf(organisation), limit: 100, newestFirst: true })),
  );
  return pages
    .flatMap(({ items }) => items)
    .slice(0, 100)
    .map(({ kind, id }) => ({ kind, id }));
}

/** Changes what the record says of the organisation. The name stays as it was checked. */
export const describeOrganisation = command({
  input: DescribeOrganisation.extend({ code: OrganisationRef.shape.code, chains: KnownChains }),
  access: "participant",
  async run(ctx, { code, version, kind, region, chains }): Promise<void> {
    const organisation = await ownedOrganisation(ctx, code);
    if (organisation.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Organisations.change(ctx, organisation, { kind, region, chains }));
  },
});
