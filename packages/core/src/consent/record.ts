import type { Ctx } from "../platform/context.ts";
import { type Consent, type ConsentPurpose, currentConsent } from "./schema.ts";

/** How many withdrawn consents of one person are kept as proof. */
const kept = 60;

/** Whether the person agrees to this now. */
export const isInForce = (consents: readonly Consent[], purpose: ConsentPurpose): boolean =>
  consents.some((c) => c.purpose === purpose && !c.withdrawnAt);

/** A consent given now, in the current text. */
export const newConsent = (ctx: Pick<Ctx, "now">, purpose: ConsentPurpose, source: Consent["source"]): Consent => ({
  purpose,
  version: currentConsent(purpose).version,
  at: ctx.now().toISOString(),
  source,
});

/** The consents with this one given now, in the current text. One that is in force stays as it is. */
export function giveConsent(
  ctx: Pick<Ctx, "now">,
  consents: readonly Consent[],
  purpose: ConsentPurpose,
  source: Consent["source"],
): readonly Consent[] {
  if (isInForce(consents, purpose)) return consents;
  const past = consents.filter((c) => c.withdrawnAt).slice(-kept);
  return [...past, ...consents.filter((c) => !c.withdrawnAt), newConsent(ctx, purpose, source)];
}

/** The consents with this purpose, or with every one, taken back now. What was given stays on record. */
export const withdrawConsent = (
  ctx: Pick<Ctx, "now">,
  consents: readonly Consent[],
  purpose?: ConsentPurpose,
): readonly Consent[] =>
  consents.map((c) => (c.withdrawnAt || (purpose && c.purpose !== purpose) ? c : { ...c, withdrawnAt: ctx.now().toISOString() }));
