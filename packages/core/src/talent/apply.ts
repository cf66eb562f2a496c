import { giveConsent } from "../consent/index.ts";
import type { Consent } from "../consent/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import { written } from "../platform/text.ts";
import { KnownChains } from "./content.ts";
import { Place, Talent, type TalentRecord } from "./entity.ts";
import { ApplyTalent } from "./schema.ts";

/** The same for a first and for a repeated application, so that nobody can find out who is in the pool; the link goes by mail. */
export interface ApplyAnswer {
  readonly received: true;
}

/** How long a repeated application does not send the link again. */
const quiet = 10 * 60_000;

/**
 * Applies for the talent pool: one application a person, by the key itself. A repeated one changes nothing and sends the link once more.
 * @throws DomainError `input.invalid`
 */
export const applyTalent = command({
  input: ApplyTalent.extend({ chains: KnownChains }),
  access: "public",
  async run(ctx, { pool: _given, profile, exchange, notices, introduction, ...fields }): Promise<ApplyAnswer> {
    const now = ctx.now().toISOString();
    const person = ctx.keys.digest("person", fields.email);
    let consents: readonly Consent[] = giveConsent(ctx, [], "talent-pool", "form");
    if (profile) consents = giveConsent(ctx, consents, "talent-profile", "form");
    if (exchange) consents = giveConsent(ctx, consents, "talent-exchange", "form");
    if (notices) consents = giveConsent(ctx, consents, "event-notices", "form");
    const talent: TalentRecord = {
      ...fields,
      id: ctx.newId("tal"),
      person,
      status: "applied",
      since: now,
      appliedAt: now,
      introduction: written(introduction, fields.locale),
      consents,
    };
    const taken = await take(ctx, talent, { condition: "attribute_not_exists(pk) OR #free = :yes", values: { ":yes": true } });
    if (taken && !(await Talent.find(ctx, { id: taken })))
      // A declined application was tidied away and its place was left: it is free, too.
      await take(ctx, talent, { condition: "#talentId = :gone", values: { ":gone": taken } });
    else if (taken) await sendLinkAgain(ctx, taken, now);
    return { received: true };
  },
});

/** Takes the person's place and writes the record, both or none. @returns whose record has the place already */
async function take(
  ctx: Ctx,
  talent: TalentRecord,
  free: { condition: string; values: Record<string, unknown> },
): Promise<string | undefined> {
  const { person, id: talentId } = talent;
  try {
    await ctx.table.write(
      [Place.create(ctx, { person, talentId, free: false }, free), Talent.create(ctx, talent)],
      ctx.newId("tok").slice(4),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return (error.failed.get(0) as { talentId?: string } | undefined)?.talentId;
  }
}

async function sendLinkAgain(ctx: Ctx, id: string, now: string): Promise<void> {
  const before = new Date(new Date(now).getTime() - quiet).toISOString();
  try {
    await ctx.table.write(
      [
        Talent.update(ctx, { id }, "SET #linkAskedAt = :now", {
          condition:
            "#status <> :withdrawn AND #appliedAt < :before AND (attribute_not_exists(#linkAskedAt) OR #linkAskedAt < :before)",
          values: { ":now": now, ":before": before, ":withdrawn": "withdrawn" },
        }),
      ],
      "",
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
