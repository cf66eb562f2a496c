import type { LegalState } from "./schema.ts";

/** The legal state on a day, `2027-06-30`: what is said to be in force is not after the day on which it expires. */
export const legalOn = (of: { readonly legal: LegalState; readonly expiresOn?: string | undefined }, day: string): LegalState =>
  of.legal !== "expired" && of.expiresOn && of.expiresOn < day ? "expired" : of.legal;
