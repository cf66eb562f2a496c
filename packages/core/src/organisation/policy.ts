import type { MembershipRecord, OrganisationRecord } from "./entity.ts";

type Belonging = Pick<OrganisationRecord, "owners" | "members">;

/** How many may belong to one organisation; one record names them all. */
export const most = 200;
/** How many may own it: all of them are ended in one transaction. */
export const mostOwners = 10;

export const isOwner = ({ owners }: Belonging, accountId: string): boolean => owners.includes(accountId);
export const belongs = (to: Belonging, accountId: string): boolean => isOwner(to, accountId) || to.members.includes(accountId);

/** Whether somebody may go, or be an owner no more: not as the last owner while others remain. */
export const maySpare = ({ owners, members }: Belonging, accountId: string): boolean =>
  !owners.includes(accountId) || owners.length > 1 || members.length === 0;

/** Who belongs to it without somebody. */
export const without = ({ owners, members }: Belonging, accountId: string): Belonging => ({
  owners: owners.filter((id) => id !== accountId),
  members: members.filter((id) => id !== accountId),
});

export const isWaiting = ({ status }: Pick<MembershipRecord, "status">): boolean => status === "claimed" || status === "asked";
