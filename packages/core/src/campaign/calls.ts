import * as z from "zod";
import { Locale } from "../platform/schema.ts";
import { CampaignContent, ImportStatement } from "./schema.ts";

const wellFormed = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.toWellFormed());

/** What the verbs behind the heavy door ask for, so that the API can describe them without loading them. */
export const importing = {
  input: ImportStatement.extend({ bytes: z.instanceof(Uint8Array) }),
  access: ["organiser"],
} as const;

/** A file that is read for whoever brings it, and kept nowhere. */
export const tableReading = {
  input: z.object({ bytes: z.instanceof(Uint8Array) }),
  access: ["organiser"],
  scope: "itself",
} as const;

export const previewing = {
  input: CampaignContent.safeExtend({
    /** Shows what was made of this notification for its test, if it was tested; the text given counts where it was not. */
    campaignId: wellFormed(40).optional(),
    person: wellFormed(60).optional(),
    locale: Locale.optional(),
  }),
  access: ["organiser", "auditor"],
} as const;
