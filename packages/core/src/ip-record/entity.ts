import { entity } from "../platform/entity.ts";
import type { ImportRun } from "../platform/sheet/run.ts";
import type { PatentDetail, PatentImportLine, PatentStatus } from "./schema.ts";

export interface PatentRecord
  extends Omit<PatentDetail, "notes" | "same" | "legalSaid" | "version" | "createdAt" | "updatedAt" | "updatedBy"> {
  /** Keyed digest of the contact's address, where there is a contact. */
  readonly person?: string | undefined;
  /** Digest of title and abstract. */
  readonly textDigest: string;
}

/** A hundred lines of the report of one import. */
interface ReportPage {
  readonly importId: string;
  readonly page: number;
  readonly lines: readonly PatentImportLine[];
}

export const inState = (status: PatentStatus) => `patent#${status}`;
export const ofPerson = (person: string) => `patent-of#${person}`;
export const sameText = (digest: string) => `patent-text#${digest}`;
export const allImports = "patent-imports";

/** What is left of what a patent says of a person who is erased. */
export const erasedPatent = { contact: undefined } as const;

export const Patent = entity<PatentRecord, { id: string }>({
  type: "patent",
  personal: { person: (p) => p.person ?? "", empty: erasedPatent },
  key: ({ id }) => ({ pk: `patent#${id}`, sk: "patent" }),
  indexed: (p) => ({
    byState: { pk: inState(p.status), sk: `${p.since}#${p.id}` },
    byChain: { pk: sameText(p.textDigest), sk: p.id },
    byOwner: p.person ? { pk: ofPerson(p.person), sk: p.id } : undefined,
  }),
});

export const PatentImports = entity<ImportRun, { id: string }>({
  type: "patent-import",
  key: ({ id }) => ({ pk: `patent-import#${id}`, sk: "import" }),
  indexed: (i) => ({ byState: { pk: allImports, sk: `${i.startedAt}#${i.id}` } }),
});

export const PatentReports = entity<ReportPage, { importId: string; page: number }>({
  type: "patent-import-report",
  key: ({ importId, page }) => ({ pk: `patent-import#${importId}`, sk: `page#${String(page).padStart(6, "0")}` }),
});
