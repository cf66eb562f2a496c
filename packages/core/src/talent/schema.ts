import type { Localised } from "../platform/text.ts";

/** A person in the talent pool who opted in to a public profile. No contact data. */
export interface PublicTalent {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly expertise: readonly string[];
  readonly chains: readonly string[];
  readonly introduction: Localised;
  readonly updatedAt: string;
}
