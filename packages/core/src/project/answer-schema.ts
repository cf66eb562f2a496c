import * as z from "zod";
import { Consent } from "../consent/answer-schema.ts";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { Locale, secrecies } from "../platform/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { cooperationWays, ProjectStatus } from "./schema.ts";

const ways = listOf(z.enum(cooperationWays));

/** Money from one amount to another, in 分. */
export const MoneyRange = z.object({ from: z.int(), to: z.int() });

/** Whom to speak to about a record. */
export const Contact = z
  .object({ name: z.string(), email: z.string(), phone: z.string().optional() })
  .readonly()
  .meta({ id: "Contact", description: "Never public." });

export const PublicProject = z
  .object({
    id: z.string(),
    title: Text,
    problem: Text,
    advantage: Text,
    economics: Text,
    confidential: z
      .boolean()
      .optional()
      .describe("Advantage and economics are held back as a trade secret; `withheld` stands in their place."),
    chain: z.string(),
    trl: z.int().describe("Technology readiness level 1–9 (GB/T 22900)."),
    ways,
    asking: MoneyRange.optional().describe("Asking range in 分; absent when it is to be agreed. A reference, not an appraisal."),
    supplier: z.string(),
    region: z.string().optional().describe("Where the supplier is, see `taxonomy/schema.ts`."),
    seeking: z.boolean().optional().describe("No need fits it yet: it is listed until one comes, and then its supplier is told."),
    listedAt: Time,
    updatedAt: Time,
  })
  .meta({ id: "PublicProject", description: "挂牌项目 as the public reads it." });

export const ProjectDetail = z
  .object({
    id: z.string(),
    status: ProjectStatus,
    since: Time.describe("Since when it is in this state."),
    submittedAt: Time,
    listedAt: Time.optional(),
    seeking: Time.optional().describe(
      "Since when no need fits it: it stands on offer by itself, and its supplier is told of one that does.",
    ),
    remark: z.string().optional().describe("What the organiser said last: what to change, or why not."),
    secrecy: z.enum(secrecies),
    title: Text,
    problem: Text,
    advantage: Text,
    economics: Text,
    chain: z.string(),
    trl: z.int(),
    ways,
    askingFrom: z.int().optional(),
    askingTo: z.int().optional(),
    contact: Contact,
    organisation: z.string(),
    creditCode: z.string().optional().describe("Never public."),
    region: Region.optional(),
    locale: Locale,
    consent: Consent,
    version: z.int(),
  })
  .meta({ id: "ProjectDetail", description: "A project as its supplier and its reviewers see it. Money is 分." });

export const ProjectRow = ProjectDetail.pick({
  id: true,
  title: true,
  organisation: true,
  version: true,
  status: true,
  chain: true,
  secrecy: true,
  trl: true,
  submittedAt: true,
  since: true,
  seeking: true,
}).meta({ id: "ProjectRow", description: "A project in the reviewers' list." });

export const Moved = z.object({ status: ProjectStatus });
