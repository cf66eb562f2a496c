import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import type { Write } from "../platform/table.ts";
import { dayOf } from "../platform/time.ts";
import type { CooperationWay } from "../project/schema.ts";
import { talentInPool } from "../talent/reactions.ts";
import { managerMissing, StepOf, stepMissing, TakeStep } from "./deal-schema.ts";
import { type ConversionRecord, Conversions, Credits, Steps } from "./entity.ts";
import { partOf } from "./judge.ts";
import { pairNow } from "./pair-now.ts";
import { type Step, stepAhead } from "./schema.ts";
import { kindOfOffer } from "./supplied.ts";
import { toStep } from "./to-step.ts";

const brokers = ["broker", "organiser"] as const;
const anyway = { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" } as const;

/**
 * Records what was done with a pair: proposed, contact, a meeting, a visit, agreement, or failure with its reason; and whether the two sides
 * are related parties. The same step on the same day is recorded once, the latest word counts. An agreement also becomes the pair's one
 * conversion, in the records of those of the talent pool who brought it about, in the same transaction.
 * @throws DomainError `matching.not-found`, `matching.step-ahead`, `matching.no-manager`, `record.changed`, `input.invalid`
 */
export const takeStep = command({
  input: TakeStep,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, step, on, reason, related, way, amountFrom, amountTo, managers }): Promise<Step> {
    if (on > dayOf(ctx.now())) throw new DomainError(stepAhead);
    const { demand } = await pairNow(ctx, { demandId, offerId });
    const taken = {
      ...{ demandId, offerId, step, on, related, chain: demand.chain, at: ctx.now().toISOString(), by: whoActs(ctx) },
      ...(step === "failed" && reason ? { reason } : {}),
    };
    const write = Steps.create(ctx, taken, anyway);
    const agreed = { demandId, offerId, kind: kindOfOffer(offerId), chain: demand.chain, on, amountFrom, amountTo };
    const more = step === "agreement" && way ? await convert(ctx, { ...agreed, managers: [...new Set(managers)], way }) : [];
    await save(ctx, write, ...more);
    return toStep(taken);
  },
});

/** Takes a step back that was recorded by mistake; with an agreement the conversion goes too. Doing it twice changes nothing. @throws DomainError `matching.no-step` */
export const takeStepBack = command({
  input: StepOf,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, step, on }): Promise<{ takenBack: boolean }> {
    const [taken, conversion] = await Promise.all([
      Steps.find(ctx, { demandId, offerId, step, on }),
      Conversions.find(ctx, { demandId, offerId }),
    ]);
    if (!taken) throw new DomainError(stepMissing);
    const goes = step === "agreement" && conversion?.made && conversion.on === on;
    if (!taken.takenBack || goes)
      await save(
        ctx,
        Steps.change(ctx, taken, { takenBack: true }),
        ...(goes ? [Conversions.change(ctx, conversion, { made: false }), ...uncredited(ctx, conversion)] : []),
      );
    return { takenBack: true };
  },
});

type Converted = Omit<ConversionRecord, "made"> & { readonly way: CooperationWay };

async function convert(ctx: Ctx, agreed: Converted): Promise<Write[]> {
  const found = await Promise.all(agreed.managers.map((id) => talentInPool(ctx, id)));
  if (found.includes(undefined)) throw new DomainError(managerMissing);
  const before = await Conversions.find(ctx, agreed);
  const record: ConversionRecord = { ...agreed, made: true };
  const credited = credits(record);
  return [
    before ? Conversions.change(ctx, before, record) : Conversions.create(ctx, record),
    ...credited.map((credit) => Credits.create(ctx, { ...credit, standing: true }, anyway)),
    ...(before ? uncredited(ctx, before, new Set(credited.map(({ talentId }) => talentId))) : []),
  ];
}

/** Whose record a conversion stands in: the brokers', and the expert's with whom it was made. */
const credits = ({ demandId, offerId, chain, way, on, managers, kind }: ConversionRecord) => {
  const of = (talentId: string, role: "manager" | "expert") => ({ demandId, offerId, chain, way, on, talentId, role });
  return [
    ...(kind === "talent" ? [of(offerId, "expert")] : []),
    ...managers.filter((id) => id !== offerId).map((id) => of(id, "manager")),
  ];
};

const uncredited = (ctx: Ctx, conversion: ConversionRecord & Stored, but: ReadonlySet<string> = new Set()): Write[] =>
  credits(conversion)
    .filter(({ talentId }) => !but.has(talentId))
    .map((credit) => Credits.create(ctx, { ...credit, standing: false }, anyway));
