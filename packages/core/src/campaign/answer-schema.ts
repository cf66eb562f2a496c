import * as z from "zod";
import { Picture } from "../picture/schema.ts";
import { BothWords, listOf, pageOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { NamedRule } from "../segment/answer-schema.ts";
import { cardKinds } from "./blocks-schema.ts";
import { chosenFields } from "./contact-schema.ts";
import { allBases } from "./kinds-schema.ts";
import { TopicName } from "./preference-schema.ts";
import { CampaignKind, ConsentBasis, campaignStatuses, type Exclusion, exclusions, heldReasons } from "./schema.ts";

const Status = z.enum(campaignStatuses);
const AnyBasis = z.enum(Object.keys(allBases) as [keyof typeof allBases, ...(keyof typeof allBases)[]]);
const Limit = z
  .object({ at: Time, kinds: listOf(CampaignKind) })
  .describe("After a merge: the kinds of mail that both had agreed to.");
const Excluded = z.enum(Object.keys(exclusions) as Exclusion[]).describe("Why somebody is not written to.");
const chains = listOf(z.string()).describe("Chain ids; `all` for 全部.");
export const mailStates = [
  "claimed",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "rejected",
  "deferred",
  "unknown",
  "left",
  "excluded",
] as const;
const counts = {
  considered: z.int(),
  included: z.int(),
  excluded: z.partialRecord(Excluded, z.int()),
};

const Frozen = z
  .object({ snapshot: z.string(), at: Time, pages: z.int(), ...counts, zones: listOf(z.string()).optional() })
  .describe("The audience as it was when sending began.");

const Either = z.object({ "zh-CN": z.string().optional(), en: z.string().optional() });

const Block = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: Text.describe("Markdown.") }),
    z.object({ kind: z.literal("heading"), text: Text }),
    z.object({ kind: z.literal("button"), text: Text, href: z.string() }),
    z.object({
      kind: z.literal("picture"),
      picture: z.object({ ...Picture.shape, src: z.string(), alt: Text }),
      href: z.string().optional(),
    }),
    z.object({ kind: z.literal("card"), of: z.enum(cardKinds), id: z.string() }),
    z.object({ kind: z.literal("calendar"), activityId: z.string() }),
    z.object({ kind: z.literal("divider") }),
  ])
  .meta({ id: "MessageBlock", description: "One part of a message, in its place." });

const byWhom = { by: z.string().describe("A member's id."), at: Time };

export const CampaignRow = z
  .object({
    id: z.string(),
    status: Status,
    revision: z.int().describe("Rises with each edit of what is sent; a test and a send hold for one of it."),
    lastTest: z.object({ id: z.string(), at: Time, revision: z.int() }).optional(),
    expected: z.int().optional().describe("How many people the organiser was shown when confirming."),
    startedAt: Time.optional(),
    frozen: Frozen.optional(),
    heldBecause: z.enum(heldReasons).optional(),
    tolerated: z.boolean().optional().describe("Somebody saw the bounces or complaints and went on."),
    endedAt: Time.optional(),
    sendAt: Time.optional().describe("When it is to begin; absent: as soon as it may."),
    local: z
      .boolean()
      .optional()
      .describe("Everybody gets it when their own clock shows what the programme's shows at `sendAt`."),
    perMinute: z.int().optional().describe("At most so many mails a minute."),
    zonesBegun: listOf(z.string()).optional().describe("Of a local one: the time zones whose hour has come."),
    asked: z.object({ ...byWhom, digest: z.string().describe("Of text, audience, number and time.") }).optional(),
    approved: z.object(byWhom).optional().describe("The second person; absent where nobody else may approve."),
    returned: z.object({ ...byWhom, reason: z.string().optional() }).optional(),
    kind: CampaignKind,
    topic: TopicName.optional().describe("What it is about; absent on those written before there were topics: `notices`."),
    subject: Text,
    preheader: Either.optional().describe("The line that mailboxes show after the subject."),
    body: Text.describe("Markdown; empty where the message is put together from blocks."),
    blocks: listOf(Block).optional(),
    archive: z.boolean().optional().describe("It is kept, or will be, in the public archive of newsletters."),
    plain: Either.optional().describe("The plain text, where it is not derived."),
    audience: z.object({
      chains: listOf(z.string()),
      importId: z.string().optional(),
      activityId: z.string().optional(),
      segmentId: z.string().optional(),
      exceptSegments: listOf(z.string()).optional(),
      exceptLists: listOf(z.string()).optional(),
    }),
    aim: z
      .object({ segment: NamedRule.optional(), except: listOf(NamedRule) })
      .optional()
      .describe("The segments as they were when the sending was ordered."),
    ...stored,
  })
  .meta({ id: "CampaignRow", description: "A notification." });

export const CampaignView = CampaignRow.extend({
  testStatus: z.enum([...mailStates, "queued"]).optional(),
  lint: z
    .object({ faults: listOf(BothWords), hosts: listOf(z.string()).describe("Where links lead, beside our own site.") })
    .optional()
    .describe("What the check of the tested text found; absent while it is under way."),
});

export const TestAsked = z.object({ version: z.int(), testId: z.string() });

export const AudiencePage = pageOf(
  z.object({
    name: z.string().optional(),
    organisation: z.string().optional(),
    email: z.string(),
    locale: Locale.optional(),
    chains,
    person: z.string().describe("Keyed digest of the address."),
    excluded: Excluded.optional(),
  }),
)
  .extend({ counts: z.object(counts) })
  .meta({ id: "AudiencePage", description: "People as organisers see them before they send." });

export const Progress = z
  .object({
    status: Status,
    version: z.int(),
    frozen: Frozen.optional(),
    heldBecause: z.enum(heldReasons).optional(),
    expected: z.int().optional(),
    queued: z.int().describe("No mail begun: `queued` while it may still be, `cancelled` for good."),
    cancelled: z.int(),
    mails: z.record(z.enum(mailStates), z.int()),
    asking: z.int().describe("Mails of unknown fate that wait for a person's word."),
  })
  .meta({
    id: "Progress",
    description: "Where every recipient of the snapshot stands. The numbers add up to `frozen.included`.",
  });

export const Recipients = z
  .object({
    items: listOf(
      z.object({
        person: z.string(),
        name: z.string().optional(),
        email: z.string().optional(),
        state: z.enum([...mailStates, "queued", "cancelled"]),
        excluded: Excluded.optional(),
        detail: z.string().optional(),
        at: Time.optional(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: "Recipients", description: "Everyone who was considered, with what became of the mail." });

export const Decided = z.object({ decided: z.int() });

export const ContactRow = z
  .object({
    person: z.string().describe("Keyed digest of the address."),
    email: z.string(),
    name: z.string().optional(),
    organisation: z.string().optional(),
    creditCode: z.string().optional(),
    position: z.string().optional(),
    phone: z.string().optional(),
    chains,
    intention: z.string().optional(),
    note: z.string().optional(),
    locale: Locale.optional(),
    timeZone: z.string().optional().describe("IANA name; absent: Asia/Shanghai."),
    source: z.object({ importId: z.string(), line: z.int() }),
    lists: listOf(z.string()).describe("Every list that named this person."),
    consents: listOf(
      z.object({
        basis: AnyBasis,
        source: z.string(),
        at: Time,
        by: z.string(),
        importId: z.string().describe("The list, or the thing that was agreed to; then the line is 0."),
        line: z.int(),
      }),
    ),
    addedAt: Time,
    origins: listOf(
      z.object({ kind: z.enum(["registration", "talent", "membership"]), id: z.string(), at: Time, until: Time.optional() }),
    ).optional(),
    differences: listOf(
      z.object({
        field: z.enum(chosenFields),
        value: z.string(),
        from: z.string().describe("Who says so."),
        at: Time,
        kept: z.boolean().optional().describe("Somebody looked, and kept what stands there."),
      }),
    )
      .optional()
      .describe("What another source says otherwise, until somebody chooses."),
    samePhone: z.string().optional().describe("Keyed digest by which the same person is found."),
    sameName: z.string().optional(),
    merged: listOf(
      z.object({
        ...{ person: z.string(), at: Time, by: z.string(), filled: listOf(z.string()), lists: listOf(z.string()) },
        ...{ chains: listOf(z.string()), limit: Limit.optional() },
      }),
    )
      .optional()
      .describe("Contacts that were joined into this one."),
    mergedInto: z.string().optional(),
    limit: Limit.optional(),
    ...stored,
  })
  .meta({ id: "ContactRow", description: "A contact, and why we may write to it." });

const outcome = z.enum(["imported", "updated", "unchanged", "duplicate", "refused"]);

const imported = {
  id: z.string().describe("`imp_` and a digest of the bytes: the same file is the same import."),
  fileName: z.string(),
  source: z.string(),
  basis: ConsentBasis,
  encoding: z.string(),
  status: z.enum(["running", "finished", "stopped"]),
  startedAt: Time,
  startedBy: z.string(),
  rows: z.int(),
  done: z.int().optional().describe("How many rows were looked at so far."),
  stopAsked: z.boolean().optional(),
  pages: z.int(),
  counts: z.record(outcome, z.int()),
  warnings: z.int(),
};

export const ImportRow = z.object({ ...imported, ...stored }).meta({ id: "ImportRow", description: "What became of one file." });

export const Imported = z.object({
  ...imported,
  ...z.object(stored).partial().shape,
  repeated: z.boolean().describe("The same file came before."),
});

export const ImportReport = z.object({
  summary: ImportRow,
  page: z.int(),
  lines: listOf(
    z.object({
      line: z.int().describe("As a person sees it in the file: the header is line 1."),
      outcome,
      name: z.string().describe("Name and address as found, so that the row is recognised."),
      email: z.string(),
      reason: BothWords.optional().describe("Why it was not imported, with the field, what was found, and the remedy."),
      warnings: listOf(BothWords).describe("What came in but should be looked at, and what differs from what was kept."),
    }),
  ),
});

export const MailPreview = z.object({ locale: Locale, subject: z.string(), html: z.string(), text: z.string() });

export const TableRead = z
  .object({
    heads: listOf(z.string()),
    guess: listOf(z.string().nullable()).describe("What each column seems to be."),
    rows: listOf(z.object({ line: z.int().describe("In the file."), cells: listOf(z.string()) })),
  })
  .meta({ id: "TableRead", description: "A list of people as it stands in a file." });
