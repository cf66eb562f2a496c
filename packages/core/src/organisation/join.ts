import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { countUp } from "../platform/limit.ts";
import { participant } from "../platform/participant.ts";
import { Locale } from "../platform/schema.ts";
import { KnownChains } from "../taxonomy/index.ts";
import { type MembershipRecord, Memberships, Organisations } from "./entity.ts";
import { inTurn } from "./in-turn.ts";
import { assertCode } from "./let-through.ts";
import { isWaiting } from "./policy.ts";
import { alreadyMember, JoinOrganisation, type MembershipStatus } from "./schema.ts";

/** So many codes a day: a record cannot be searched for by trying. */
const perAccount = { name: "organisation-join", most: 10, seconds: 24 * 3600 };

/**
 * Asks to belong to an organisation. Where it has an owner the owner decides, else the organiser, who makes the first one its owner. Nothing of
 * the organisation is told before; the answer is the same for both.
 * @throws DomainError `organisation.already`, `access.too-many`, `input.invalid`
 */
export const joinOrganisation = command({
  input: JoinOrganisation.extend({ chains: KnownChains, locale: Locale.default("zh-CN") }),
  access: "participant",
  async run(ctx, { code, organisation: said, kind, region, chains, name, position, proof, locale }): Promise<{ received: true }> {
    const { id: accountId, person, email } = participant(ctx);
    await assertCode(ctx, code);
    await countUp(ctx, perAccount, accountId);
    return inTurn(ctx, async () => {
      const [organisation, known] = await Promise.all([
        Organisations.find(ctx, { code }),
        Memberships.find(ctx, { code, accountId }),
      ]);
      const status: MembershipStatus = organisation?.owners.length ? "asked" : "claimed";
      // A member of an organisation that has lost its owners may ask to become one.
      const stays = known?.status === "active" && status === "asked";
      if (known && (stays || isWaiting(known))) throw new DomainError(alreadyMember);
      const asked: MembershipRecord = {
        code,
        accountId,
        person,
        contact: { name, email, position },
        proof,
        locale,
        says: { name: said, kind, region, chains },
        status,
        since: ctx.now().toISOString(),
        remark: undefined,
      };
      const write = known ? Memberships.change(ctx, known, asked) : Memberships.create(ctx, asked);
      return { writes: [write], answer: { received: true } as const };
    });
  },
});
