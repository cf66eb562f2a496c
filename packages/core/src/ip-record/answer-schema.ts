import * as z from "zod";
import { BothWords, listOf, stored, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { cooperationWays } from "../project/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { LegalState, type PatentNote, PatentStatus, patentKinds, patentNotes } from "./schema.ts";

const notes = listOf(z.enum(Object.keys(patentNotes) as PatentNote[])).describe("What is to be known or checked.");
const outcome = z.enum(["imported", "updated", "unchanged", "duplicate", "refused"]);

export const PatentDetail = z
  .object({
    id: z.string(),
    number: z.string().describe("`201710601862.3`"),
    kind: z.enum(patentKinds),
    status: PatentStatus,
    since: Time,
    title: z.string(),
    abstract: z.string(),
    claims: z.string().optional(),
    ipc: listOf(z.string()),
    holder: z.string(),
    chain: z.string().optional(),
    legal: LegalState.describe("As of today."),
    legalSaid: LegalState.describe("As it was entered or imported."),
    legalOn: z.iso.date().optional(),
    expiresOn: z.iso.date().optional(),
    trl: z.int().optional(),
    ways: listOf(z.enum(cooperationWays)),
    askingFrom: z.int().optional(),
    region: Region.optional(),
    exclusive: z.boolean(),
    numberNote: z.string().optional(),
    seeking: Time.optional().describe(
      "Since when no need fits it: it stands on offer by itself, and its contact is told of one that does.",
    ),
    contact: z
      .object({ name: z.string(), email: z.string(), phone: z.string().optional() })
      .readonly()
      .optional()
      .describe("Whom to ask. Never public."),
    locale: Locale,
    source: z.object({ importId: z.string(), line: z.int() }).readonly().optional(),
    notes,
    same: listOf(z.object({ id: z.string(), number: z.string(), holder: z.string() }).readonly()).describe(
      "Patents of other holders with the same title and abstract.",
    ),
    ...stored,
  })
  .meta({ id: "PatentDetail", description: "A patent on offer. Money is 分." });

export const PatentRow = PatentDetail.pick({
  id: true,
  version: true,
  number: true,
  kind: true,
  status: true,
  since: true,
  title: true,
  holder: true,
  chain: true,
  legal: true,
  seeking: true,
}).meta({ id: "PatentRow", description: "A patent in the staff's list." });

export const PatentKept = z.object({ id: z.string(), version: z.int(), notes });

const counts = z.record(outcome, z.int());
export const PatentImport = z
  .object({
    id: z.string(),
    fileName: z.string(),
    encoding: z.string(),
    status: z.enum(["running", "finished", "stopped"]),
    startedAt: Time,
    startedBy: z.string(),
    rows: z.int(),
    done: z.int().optional(),
    stopAsked: z.boolean().optional(),
    pages: z.int(),
    counts,
    warnings: z.int(),
    ...stored,
  })
  .meta({ id: "PatentImport", description: "A file of patents that was brought in." });

export const PatentImportLine = z
  .object({
    line: z.int(),
    outcome,
    number: z.string(),
    title: z.string(),
    reason: BothWords.optional(),
    warnings: listOf(BothWords),
  })
  .readonly();

export const PatentImportMade = PatentImport.partial({ version: true, createdAt: true, updatedAt: true, updatedBy: true }).extend(
  {
    repeated: z.boolean().describe("The same file had been brought in before; nothing was changed."),
  },
);

export const PatentImportReport = z.object({ summary: PatentImport, page: z.int(), lines: listOf(PatentImportLine) });
export const ImportAsked = z.object({ id: z.string() });
