import * as z from "zod";
import { listOf, pageOf, Text, Time } from "../platform/answer-schema.ts";
import { ContactRow, mailStates } from "./answer-schema.ts";
import { CampaignKind, type Exclusion, exclusions } from "./schema.ts";

const because = listOf(z.enum(["phone", "name"])).describe("What is the same: the telephone number; name and organisation.");
const short = {
  person: z.string(),
  email: z.string(),
  name: z.string().optional(),
  organisation: z.string().optional(),
  phone: z.string().optional(),
  version: z.int(),
};

export const ContactView = z
  .object({
    contact: ContactRow.omit({ samePhone: true, sameName: true }),
    agreed: listOf(CampaignKind).describe("The kinds of mail that the consents suffice for."),
    refused: z.enum(Object.keys(exclusions) as Exclusion[]).optional(),
    activities: z.record(
      z.string(),
      z.object({
        ...{ invited: Time.optional(), registered: Time.optional(), waiting: Time.optional(), attended: Time.optional() },
        ends: Time.optional(),
      }),
    ),
    matchedAt: Time.optional(),
    addresses: listOf(z.object({ person: z.string(), email: z.string(), at: Time, undo: Time })).describe(
      "Addresses that were joined into this one; `undo`: until when that can be taken back.",
    ),
    alike: listOf(z.object({ ...short, because })).describe("Who may be the same person."),
  })
  .meta({ id: "ContactView" });

export const SentPage = pageOf(
  z
    .object({
      key: z.string(),
      template: z.string(),
      status: z.enum(mailStates),
      at: Time,
      reached: z.partialRecord(z.enum(mailStates), Time).describe("When it came into each state."),
      detail: z.string().optional(),
      campaign: z
        .object({
          ...{ id: z.string(), kind: CampaignKind, subject: Text, list: z.string().optional(), segment: z.string().optional() },
          ...{ chains: listOf(z.string()), activityId: z.string().optional() },
        })
        .optional()
        .describe("The notification that it was, and why the person was in its audience."),
    })
    .meta({ id: "SentMail" }),
);

export const PairPage = pageOf(
  z
    .object({ because, at: Time, both: listOf(z.object(short)) })
    .meta({ id: "ContactPair", description: "Two contacts that may be one person." }),
);

export const SegmentCount = z
  .object({
    considered: z.int(),
    matched: z.int(),
    agreed: z.record(CampaignKind, z.int()).describe("How many of them may be written to by their consents."),
    sample: listOf(
      z.object({ person: z.string(), name: z.string().optional(), organisation: z.string().optional(), email: z.string() }),
    ),
    cursor: z.string().optional().describe("Where the next step goes on; the numbers of all steps add up."),
  })
  .meta({ id: "SegmentCount" });

export const Person = z.object({ person: z.string() });

/** As the console has them. */
export type OneContact = z.infer<typeof ContactView>;
export type SentMail = z.infer<typeof SentPage>["items"][number];
export type ContactPair = z.infer<typeof PairPage>["items"][number];
export type SegmentFigures = z.infer<typeof SegmentCount>;
