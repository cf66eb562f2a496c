import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { erasedMembership, type MembershipRecord, Memberships, membershipsOf, Organisations } from "./entity.ts";
import { become, inTurn } from "./in-turn.ts";
import { belongs, without } from "./policy.ts";

async function ofPeople(ctx: Ctx, people: readonly string[]): Promise<(MembershipRecord & Stored)[]> {
  const pages = await Promise.all(
    people.map((person) => Memberships.list(ctx, { index: "byOwner", pk: membershipsOf(person), limit: 500 })),
  );
  return pages.flatMap(({ items }) => items).filter(({ contact }) => contact.email);
}
const idOf = ({ code, accountId }: MembershipRecord) => `${code}-${accountId}`;

/** What memberships of organisations hold of a person, ended ones too. */
export const heldMemberships = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await ofPeople(ctx, people)).map((m) => ({
    kind: "membership",
    id: idOf(m),
    title: { "zh-CN": `单位：${m.says.name}`, en: `Organisation: ${m.says.name}` },
    page: "/account/organisations",
    facts: factsOf([
      [held.name, m.contact.name],
      [held.email, m.contact.email],
      [held.position, m.contact.position],
      [held.creditCode, m.code],
      [held.note, m.proof],
      [held.remark, m.remark],
      [held.state, m.status],
      [held.since, m.since],
    ]),
    consents: [],
    record: { ...m },
  }));

/**
 * Erases what memberships say of a person, who belongs to no organisation from then on. Erasing waits for nobody: an organisation whose last owner
 * goes this way has none, and the organiser checks the next one.
 */
export async function eraseMemberships(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await ofPeople(ctx, people)).filter((one) => only === undefined || idOf(one) === only);
  for (const { code, accountId } of found)
    await inTurn(ctx, async () => {
      const [membership, organisation] = await Promise.all([
        Memberships.find(ctx, { code, accountId }),
        Organisations.find(ctx, { code }),
      ]);
      if (!membership?.contact.email) return { writes: [], answer: undefined };
      const inside = organisation && belongs(organisation, accountId);
      const writes = [
        become(ctx, membership, { ...erasedMembership, status: "left" }),
        ...(inside ? [Organisations.change(ctx, organisation, without(organisation, accountId))] : []),
      ];
      return { writes, answer: undefined };
    });
  return found.length;
}
