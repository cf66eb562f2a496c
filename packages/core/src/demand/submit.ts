import { newConsent } from "../consent/index.ts";
import type { Consent } from "../consent/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { createOnce } from "../platform/review.ts";
import { refuseStateSecret, saysStateSecret } from "../platform/state-secret.ts";
import { KnownChain } from "../taxonomy/index.ts";
import { content, notesOn } from "./content.ts";
import { refusePastDeadline } from "./deadline.ts";
import { Demand } from "./entity.ts";
import { type DemandNote, demandSent, EnterDemand, SubmitDemand, stateSecret } from "./schema.ts";

/** The same for a first and for a repeated submission. The secret link goes by mail only. */
export interface SubmitAnswer {
  readonly id: string;
  /** What the enterprise should check, see `demandNotes`. */
  readonly notes: readonly DemandNote[];
}

const Submitted = SubmitDemand.safeExtend({ chain: KnownChain });
const Entered = EnterDemand.safeExtend({ chain: KnownChain });

/**
 * Takes a need for review. A form that was sent twice makes one need; the same form with other content is refused.
 * Whoever says 涉密 is refused before anything is read or kept, with a number for the reception desk.
 * @throws DomainError `demand.state-secret`, `demand.already-sent`, `input.invalid`
 */
export const submitDemand = command({
  input: Submitted,
  access: "public",
  before(ctx, input) {
    if (saysStateSecret(input)) throw refuseStateSecret(ctx, stateSecret);
    refusePastDeadline(ctx, Submitted, input);
  },
  run: (ctx, input) => take(ctx, input, "form"),
});

/** The same by an organiser or a broker for an enterprise: it waits for review, and the contact gets the link to see and withdraw it. */
export const enterDemand = command({
  input: Entered,
  access: ["organiser", "broker"],
  scope: (_ctx, { chain }) => ({ chains: [chain] }),
  before(ctx, input) {
    if (saysStateSecret(input)) throw refuseStateSecret(ctx, stateSecret);
    refusePastDeadline(ctx, Entered, input);
  },
  run: (ctx, input) => take(ctx, input, "organiser"),
});

async function take(
  ctx: Ctx,
  { submission, email, consent: _given, ...filled }: SubmitDemand,
  source: Consent["source"],
): Promise<SubmitAnswer> {
  const now = ctx.now().toISOString();
  const said = content(filled, email);
  const id = submission ? `dem_${submission}` : ctx.newId("dem");
  const consent = newConsent(ctx, "demand-listing", source);
  await createOnce(
    ctx,
    Demand,
    {
      ...said,
      id,
      person: ctx.keys.digest("person", email),
      status: "submitted",
      since: now,
      submittedAt: now,
      state: "open",
      consent,
    },
    said,
    demandSent,
  );
  return { id, notes: notesOn(said) };
}
