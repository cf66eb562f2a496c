import * as z from "zod";
import { type Access, actorName, mayCall } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { Write } from "../platform/table.ts";
import { administratorsAfter, inTurn, isAdministrator } from "./administrators.ts";
import { Addresses, everyMember, type MemberRecord, Members } from "./entity.ts";
import { nameOf, recoveryOf } from "./policy.ts";
import {
  addressTaken,
  ChangeMember,
  InviteMember,
  MemberRef,
  MemberVersion,
  type MemberView,
  memberDisabled,
  memberMissing,
} from "./schema.ts";
import { endAll } from "./sessions.ts";

const view = (ctx: Pick<Ctx, "now">, member: MemberRecord & Stored): MemberView => ({
  id: member.id,
  name: nameOf(member),
  email: member.contact.email,
  grants: [...member.grants],
  status: member.status,
  passkeys: member.passkeys,
  createdAt: member.createdAt,
  withoutPasskey: member.withoutPasskey,
  recovery: recoveryOf(member, ctx.now()),
  version: member.version,
});

/** All members of staff, in the order of their coming. */
export const listMembers = command({
  input: z.object({}),
  access: ["administrator", "auditor"],
  async run(ctx): Promise<{ items: MemberView[] }> {
    const items: MemberView[] = [];
    let cursor: string | undefined;
    do {
      const page = await Members.list(ctx, { index: "byState", pk: everyMember, limit: 100, cursor });
      items.push(...page.items.map((member) => view(ctx, member)));
      cursor = page.cursor;
    } while (cursor);
    return { items };
  },
});

/** Whether another member of staff may call a verb for everything: somebody who could look over the actor's work. */
export async function anotherMay(ctx: Ctx, access: Access): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await Members.list(ctx, { index: "byState", pk: everyMember, limit: 100, cursor });
    for (const { id, status, grants } of page.items) {
      if (status !== "active" || id === actorName(ctx.actor)) continue;
      const whole = grants.filter(({ activities, chains }) => activities.length + chains.length === 0);
      if (mayCall({ kind: "staff", id, roles: whole.map(({ role }) => role) }, access)) return true;
    }
    cursor = page.cursor;
  } while (cursor);
  return false;
}

export const readMember = command({
  input: MemberRef,
  access: ["administrator", "auditor"],
  run: async (ctx, { memberId }) => view(ctx, await Members.get(ctx, { id: memberId }, memberMissing)),
});

/** The digests of an address: by the newest secret, and all under which it may stand. */
const digestsOf = (ctx: Ctx, email: string) => ctx.keys.digests("person", email);

/** Takes an address for a member. @throws DomainError `identity.address-taken` */
async function takeAddress(ctx: Ctx, email: string, memberId: string): Promise<{ person: string; write: Write }> {
  const [person = "", ...older] = digestsOf(ctx, email);
  const found = await Promise.all([person, ...older].map((one) => Addresses.find(ctx, { person: one })));
  if (found.some((one) => one?.memberId && one.memberId !== memberId)) throw new DomainError(addressTaken);
  const [own] = found;
  return {
    person,
    write: own ? Addresses.change(ctx, own, { memberId }) : Addresses.create(ctx, { person, memberId }),
  };
}

/** Who an address belongs to, as far as it is a member's. */
export async function memberOf(ctx: Ctx, person: string): Promise<(MemberRecord & Stored) | undefined> {
  const address = await Addresses.find(ctx, { person });
  return address?.memberId ? Members.find(ctx, { id: address.memberId }) : undefined;
}

/**
 * Invites somebody: they get a mail, and sign in first by a link that they ask for at the console with that address. The id may be given, which
 * makes a repeated call harmless.
 * @throws DomainError `identity.address-taken`
 */
export const inviteMember = command({
  input: InviteMember.extend({
    id: z
      .string()
      .regex(/^stf_[\w-]{1,40}$/)
      .optional(),
  }),
  access: ["administrator"],
  async run(ctx, { id = ctx.newId("stf"), name, email, grants, locale }): Promise<{ id: string }> {
    await inTurn(ctx, async () => {
      const { person, write } = await takeAddress(ctx, email, id);
      const member: MemberRecord = { id, contact: { name, email }, person, locale, grants, status: "invited", passkeys: 0 };
      // Who has not signed in yet does not count among the administrators: the address may be wrong.
      return [Members.create(ctx, member), write, await administratorsAfter(ctx, id, false)];
    });
    return { id };
  },
});

/** Changes name, address and roles. The roles bind at the member's next request. @throws DomainError `identity.last-administrator` */
export const changeMember = command({
  input: ChangeMember,
  access: ["administrator"],
  async run(ctx, { memberId, version, name, email, grants }): Promise<{ version: number }> {
    await inTurn(ctx, async () => {
      const member = await seen(ctx, memberId, version);
      const { person, write } = await takeAddress(ctx, email, memberId);
      const before = member.person && member.person !== person ? await Addresses.find(ctx, { person: member.person }) : undefined;
      const becomes = member.status === "active" && isAdministrator({ grants });
      return [
        Members.change(ctx, member, { contact: { name, email }, person, grants }),
        write,
        ...(before ? [Addresses.change(ctx, before, { memberId: undefined })] : []),
        await administratorsAfter(ctx, memberId, becomes),
      ];
    });
    return { version: version + 1 };
  },
});

async function seen(ctx: Ctx, memberId: string, version: number): Promise<MemberRecord & Stored> {
  const member = await Members.get(ctx, { id: memberId }, memberMissing);
  if (member.version !== version) throw new DomainError(changedMeanwhile);
  return member;
}

/** Shuts somebody out at once: no session of theirs counts any more. @throws DomainError `identity.last-administrator` */
export const disableMember = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId, version }): Promise<{ version: number }> {
    await inTurn(ctx, async () => {
      const member = await seen(ctx, memberId, version);
      const list = await administratorsAfter(ctx, memberId, false);
      return [Members.change(ctx, member, { status: "disabled", recovery: undefined }), list];
    });
    return { version: version + 1 };
  },
});

/** Lets somebody in again, as they were; they sign in anew, since no session from before counts. */
export const enableMember = command({
  input: MemberVersion,
  access: ["administrator"],
  async run(ctx, { memberId, version }): Promise<{ version: number }> {
    // Before the change, since none can begin until then: were it after, a crash between the two would leave them open.
    if ((await seen(ctx, memberId, version)).status === "disabled") await endAll(ctx, memberId);
    await inTurn(ctx, async () => {
      const member = await seen(ctx, memberId, version);
      if (member.status !== "disabled") throw new DomainError(changedMeanwhile);
      return [Members.change(ctx, member, { status: "invited" }), await administratorsAfter(ctx, memberId, false)];
    });
    return { version: version + 1 };
  },
});

/** @throws DomainError `identity.member-disabled` */
export function needEnabled(member: MemberRecord): void {
  if (member.status === "disabled") throw new DomainError(memberDisabled);
}
