import * as z from "zod";
import { Time } from "../platform/answer-schema.ts";
import { ConsentPurpose } from "./schema.ts";

export const Consent = z
  .object({
    purpose: ConsentPurpose,
    version: z.string().describe("Version of the text, see `consentText`."),
    at: Time,
    source: z
      .enum(["form", "link", "organiser"])
      .describe("Where it was given: `form`, `link` (the person's own page), or `organiser`, who says that the person agreed."),
    withdrawnAt: Time.optional(),
  })
  .meta({
    id: "Consent",
    description: "Proof of one consent: which text was agreed to, when, where, and whether it was taken back.",
  });
