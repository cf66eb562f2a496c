import * as z from "zod";
import { Consent } from "../consent/answer-schema.ts";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { TalentStatus } from "./schema.ts";

export const PublicTalent = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    title: z.string(),
    expertise: listOf(z.string()),
    chains: listOf(z.string()),
    introduction: Text,
    updatedAt: Time,
  })
  .meta({ id: "PublicTalent", description: "A person in the talent pool who opted in to a public profile. No contact data." });

export const TalentDetail = z
  .object({
    id: z.string(),
    status: TalentStatus,
    since: Time.describe("Since when it is in this state."),
    appliedAt: Time,
    remark: z.string().optional().describe("Why the organiser declined."),
    name: z.string().describe("Empty once the person has left."),
    organisation: z.string(),
    title: z.string(),
    expertise: listOf(z.string()),
    chains: listOf(z.string()),
    introduction: Text,
    email: z.string().describe("Never public."),
    phone: z.string().optional(),
    locale: Locale,
    consents: listOf(Consent),
    version: z.int(),
  })
  .meta({ id: "TalentDetail", description: "One person as they themselves and the reviewers see them." });

export const OwnTalent = TalentDetail.extend({ isPublic: z.boolean() });

export const ApplyAnswer = z.object({ received: z.literal(true) }).meta({
  id: "ApplyAnswer",
  description:
    "The same for a first and for a repeated application, so that nobody can find out who is in the pool; the link goes by mail.",
});

export const Chosen = z.object({ given: z.boolean() });
export const Moved = z.object({ status: TalentStatus });

/** One in a list. */
export const TalentRow = TalentDetail.pick({
  id: true,
  version: true,
  status: true,
  since: true,
  appliedAt: true,
  name: true,
  organisation: true,
  title: true,
  expertise: true,
  chains: true,
}).meta({ id: "TalentRow" });
