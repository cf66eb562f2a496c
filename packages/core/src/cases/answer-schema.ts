import * as z from "zod";
import { PictureView } from "../picture/answer-schema.ts";
import { BothWords, listOf, pageOf, Text, Time, Waiting } from "../platform/answer-schema.ts";
import { caseStatuses, changeKinds, holdReasons, levers } from "./schema.ts";

/** A text may be saved while rows of it are unfinished, so that parts are no more than they have to be. */
const story = {
  body: Text.describe("Markdown; raw HTML is shown as text. Pictures are referred to by their path."),
  timeline: listOf(z.object({ date: z.string().describe("Month (`2025-03`) or day."), text: Text })).optional(),
  conditions: Text.optional().describe("What has to be given for it to be repeated elsewhere."),
};
const head = {
  slug: z.string(),
  title: Text,
  summary: Text,
  chains: listOf(z.string()),
  cover: PictureView.optional(),
};
const links = listOf(z.string());
const facts = {
  levers: listOf(z.enum(levers)).optional().describe("The reforms and instruments that it relied on."),
  measures: listOf(z.object({ label: Text, value: z.string() }))
    .optional()
    .describe("Figures that sum it up: 良率 71% → 88%."),
  links: z
    .object({ activities: links, projects: links, demands: links, talents: links })
    .optional()
    .describe("What stands behind it on this site, by id."),
};

export const CaseSummary = z
  .object({
    id: z.string(),
    ...head,
    ...facts,
    publishedAt: Time.describe("First publication."),
    updatedAt: Time.describe("Latest publication."),
  })
  .meta({ id: "CaseSummary", description: "引导性案例 in a list." });

export const PublicCase = CaseSummary.extend({
  ...story,
  formerSlugs: listOf(z.string())
    .optional()
    .describe("Last parts of addresses that it was published at before; they belong to it for good."),
}).meta({ id: "PublicCase", description: "引导性案例 as the public reads it." });

export const PageSummary = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: Text,
    summary: Text,
    footer: z.int().optional().describe("Its place among the links at the foot of every page."),
    publishedAt: Time,
    updatedAt: Time,
  })
  .meta({ id: "PageSummary", description: "A page that stands by itself, in a list." });

export const PublicPage = PageSummary.extend({
  body: story.body,
  formerSlugs: listOf(z.string()).optional(),
}).meta({ id: "PublicPage", description: "A page that stands by itself, as the public reads it." });

const Who = z
  .object({ id: z.string(), name: z.string().optional() })
  .describe("Who did something: the id of a member of staff or of the product's own work, and the name for people to read.");

export const CaseRow = z
  .object({
    id: z.string(),
    version: z.int(),
    status: z.enum(caseStatuses),
    ...head,
    review: z.object({ since: Time, by: Who, note: z.string().optional() }).optional().describe("The draft waits for approval."),
    schedule: z
      .object({ publishAt: Time, by: Who, held: z.enum(holdReasons).optional() })
      .optional()
      .describe("Approved, to be published at an instant."),
    returned: z
      .object({ at: Time, by: Who, remark: z.string() })
      .optional()
      .describe("Why it came back from review, until it goes there again."),
    publishedSlug: z.string().optional().describe("Where it is published now."),
    publishedAt: Time.optional(),
    changed: z.boolean().describe("The draft differs from what is published."),
    updatedAt: Time,
    updatedBy: z.string(),
  })
  .meta({ id: "CaseRow", description: "A case as those who write it see it in their list: the draft, and what became of it." });

const content = {
  ...head,
  ...facts,
  ...story,
  footer: z.int().optional().describe("Of a page: its place among the links at the foot of every page."),
  accepted: listOf(z.string()).optional().describe("Keys of findings of the checklist that somebody has looked at and accepted."),
};

export const FullCase = CaseRow.extend(content).meta({ id: "FullCase", description: "A case's draft with its text." });

export const CaseVersion = z
  .object({
    version: z.int(),
    what: z.enum(changeKinds),
    at: Time,
    by: Who,
    content: z.boolean().describe("It holds a text, which can be compared and restored."),
    fields: listOf(z.string()).optional().describe("Names of the parts that an edit changed."),
    from: z.int().optional().describe("The version that was restored."),
    remark: z.string().optional(),
    publishAt: Time.optional(),
  })
  .meta({ id: "CaseVersion", description: "One entry of a case's history." });

export const CaseVersionContent = CaseVersion.extend({ draft: z.object(content) }).meta({
  id: "CaseVersionContent",
  description: "One version with its text.",
});
export const CaseVersions = pageOf(CaseVersion);

export const Checklist = z.object({
  items: listOf(
    z.object({
      key: z.string().describe("Names rule, field and matter; holds no personal data."),
      level: z.enum(["blocking", "advice"]).describe("Blocking: publishing and scheduling are refused."),
      field: z.string().describe("Path in the input."),
      message: BothWords.describe("What is wrong, where, and what to do."),
      tick: z
        .enum(["consent", "ignore"])
        .optional()
        .describe(
          "May be accepted: `consent`, the person has agreed, which lifts a blocking one; `ignore`, it is meant to be so.",
        ),
      ticked: z.boolean(),
    }),
  ),
});

export const Company = z
  .object({
    version: z.int(),
    others: listOf(
      z.object({
        who: Who,
        self: z.boolean().describe("The same person in another window."),
        typing: z.boolean().describe("Has something typed that is not saved."),
        since: Time,
      }),
    ),
  })
  .meta({ id: "Company", description: "Who else has the case open, and at which version it is." });

export const CasesWaiting = Waiting.extend({ scheduled: z.int(), held: z.int() });
export const CaseMade = z.object({ id: z.string(), version: z.int() });
export const CaseSaved = z
  .object({ version: z.int(), slug: z.string(), voided: z.boolean() })
  .meta({ id: "CaseSaved", description: "What a save did. `voided`: the draft was approved for a time, and is not any more." });
export const CasePublished = z.object({ version: z.int(), already: z.boolean() }).meta({
  id: "CasePublished",
  description: "`already`: it was so before, by an earlier call or by somebody else, and nothing was changed.",
});
