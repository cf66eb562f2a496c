import { entity } from "../platform/entity.ts";
import type { ImportRun } from "../platform/sheet/run.ts";
import { type Locale, tidy, type Words } from "../platform/text.ts";
import type { ChangeSource, Purpose } from "./preference-schema.ts";
import type { ReportLine } from "./report.ts";
import type { CampaignContent, CampaignStatus, ConsentBasis, Exclusion, HeldBecause } from "./schema.ts";
import type { Topic } from "./topics-schema.ts";

/** Why we may write to a person: what was stated, when, and where it came from. Kept for as long as the contact. */
export interface ConsentRecord {
  readonly basis: ConsentBasis;
  readonly source: string;
  readonly at: string;
  readonly by: string;
  readonly importId: string;
  readonly line: number;
}

export interface ContactRecord {
  /** Keyed digest of the address. */
  readonly person: string;
  readonly email: string;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly position?: string | undefined;
  readonly phone?: string | undefined;
  /** Chain ids; `all` for 全部. */
  readonly chains: readonly string[];
  readonly intention?: string | undefined;
  readonly note?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly timeZone?: string | undefined;
  readonly source: { readonly importId: string; readonly line: number };
  /** Every list that named this person. */
  readonly lists: readonly string[];
  readonly consents: readonly ConsentRecord[];
  readonly addedAt: string;
}

export interface SuppressionRecord {
  readonly person: string;
  readonly unsubscribedAt?: string | undefined;
  readonly bouncedAt?: string | undefined;
  readonly complainedAt?: string | undefined;
  /** What the person chose by the link of a mail; absent where they chose nothing. */
  readonly topics?: Readonly<Partial<Record<Topic, boolean>>> | undefined;
  readonly pausedUntil?: string | undefined;
  readonly locale?: Locale | undefined;
  /** Chain ids; `all` for any. */
  readonly chains?: readonly string[] | undefined;
}

/** One line of the consent record: what was given, taken back or chosen, of which text, when and where. Written with the change, and never again. */
export interface PreferenceChangeRecord {
  readonly person: string;
  readonly id: string;
  readonly at: string;
  readonly purpose: Purpose;
  /** Absent for what is chosen and not agreed to. */
  readonly given?: boolean | undefined;
  /** The language, the chains, the end of a pause. */
  readonly value?: string | undefined;
  /** Version of the topic's text that was agreed to or refused. */
  readonly textVersion?: string | undefined;
  readonly source: ChangeSource;
}

export interface ImportRecord extends ImportRun {
  readonly source: string;
  readonly basis: ConsentBasis;
}

/** A hundred lines of the report of one import. */
export interface ReportPage {
  readonly importId: string;
  readonly page: number;
  readonly lines: readonly ReportLine[];
}

export interface CampaignRecord extends CampaignContent {
  readonly id: string;
  readonly status: CampaignStatus;
  /** Rises with each edit of what is sent; a test and a send hold for one of it. */
  readonly revision: number;
  readonly lastTest?: { readonly id: string; readonly at: string; readonly revision: number } | undefined;
  /** How many people the organiser was shown when confirming. */
  readonly expected?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly frozen?: Frozen | undefined;
  readonly heldBecause?: HeldBecause | undefined;
  /** Somebody saw the bounces or complaints and went on: only so many that it is blocked stop it again. */
  readonly tolerated?: boolean | undefined;
  readonly endedAt?: string | undefined;
  /** When it is to begin; absent: as soon as it may. */
  readonly sendAt?: string | undefined;
  /** Everybody gets it when their own clock shows what the programme's shows at `sendAt`. */
  readonly local?: boolean | undefined;
  /** At most so many mails a minute. */
  readonly perMinute?: number | undefined;
  /** Of a local one: the time zones whose hour has come while a worker was there. */
  readonly zonesBegun?: readonly string[] | undefined;
  /** Who asked for the sending, and of what: `digest` binds text, audience, number and time. */
  readonly asked?: { readonly by: string; readonly at: string; readonly digest: string } | undefined;
  /** The second person. Absent where nobody else may approve. */
  readonly approved?: { readonly by: string; readonly at: string } | undefined;
  readonly returned?: { readonly by: string; readonly at: string; readonly reason?: string | undefined } | undefined;
}

/** What a check of the bytes found, of one revision: faults that must be mended, and where links lead. */
export interface LintRecord {
  readonly campaignId: string;
  readonly revision: number;
  /** The test whose mails were looked over. */
  readonly testId?: string | undefined;
  readonly faults: readonly Words[];
  readonly hosts: readonly string[];
}

/** The audience as it was when sending began; its rows lie in pages under `snapshot`. */
export interface Frozen {
  readonly snapshot: string;
  readonly at: string;
  readonly pages: number;
  readonly considered: number;
  readonly included: number;
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
  /** The time zones of those who are included. */
  readonly zones?: readonly string[] | undefined;
}

/** Somebody in a frozen audience: the reason where excluded, the time zone where it is another than the programme's, the lane of the address. */
export interface SnapshotRow {
  readonly p: string;
  readonly x?: Exclusion;
  readonly z?: string;
  readonly d?: string;
}

/** Up to `pageRows` rows of a frozen audience. Written once, and once more when all its mails are settled. */
export interface SnapshotPage {
  readonly campaignId: string;
  readonly snapshot: string;
  readonly page: number;
  readonly rows: readonly SnapshotRow[];
  readonly settled: boolean;
}

/** Whose mails of a campaign came back for good, or were reported as spam: the ledger's keys, so that an event that comes twice counts once. */
export interface TroubleRecord {
  readonly campaignId: string;
  readonly bounced?: ReadonlySet<string> | undefined;
  readonly complained?: ReadonlySet<string> | undefined;
}

export interface TestRecord {
  readonly campaignId: string;
  readonly id: string;
  readonly email: string;
  readonly locale: Locale;
  readonly askedAt: string;
}

export const allContacts = "contacts";
export const allSuppressions = "suppressions";
export const allImports = "imports";
export const campaignsIn = (status: CampaignStatus) => `campaign#${status}`;
export const changesOf = (person: string) => `suppression#${person}`;
export const snapshotOf = (campaignId: string, snapshot: string) => `campaign#${campaignId}#${snapshot}`;
const number = (n: number) => String(n).padStart(6, "0");

/** What is left of a contact who is erased. */
export const erasedContact = {
  email: "",
  name: undefined,
  organisation: undefined,
  creditCode: undefined,
  position: undefined,
  phone: undefined,
  intention: undefined,
  note: undefined,
} satisfies Partial<ContactRecord>;

export const Contact = entity<ContactRecord, { person: string }>({
  type: "contact",
  personal: {
    person: (c) => c.person,
    empty: erasedContact,
  },
  key: ({ person }) => ({ pk: `contact#${person}`, sk: "contact" }),
  indexed: (c) => ({ byOwner: c.email ? { pk: allContacts, sk: `${c.addedAt}#${c.person}` } : undefined }),
});

export const Suppression = entity<SuppressionRecord, { person: string }>({
  type: "suppression",
  key: ({ person }) => ({ pk: `suppression#${person}`, sk: "suppression" }),
  // Whoever ever chose or refused something: the audience reads them all.
  indexed: (s) => ({ byState: { pk: allSuppressions, sk: s.person } }),
});

export const PreferenceChange = entity<PreferenceChangeRecord, { person: string; id: string }>({
  type: "preference-change",
  personal: { person: (c) => c.person, empty: { value: undefined } },
  key: ({ person, id }) => ({ pk: changesOf(person), sk: `change#${id}` }),
});

export const Import = entity<ImportRecord, { id: string }>({
  type: "contact-import",
  key: ({ id }) => ({ pk: `import#${id}`, sk: "import" }),
  indexed: (i) => ({ byState: { pk: allImports, sk: `${i.startedAt}#${i.id}` } }),
});

export const Report = entity<ReportPage, { importId: string; page: number }>({
  type: "contact-import-report",
  personalRows: {
    lines: {
      // A line that could not be read has no address: then it is the person's who is called so.
      person: (line: ReportLine, ctx) => ctx.keys.digest("person", tidy(line.email).toLowerCase() || line.name),
      empty: { name: "", email: "", reason: undefined, warnings: [] },
    },
  },
  key: ({ importId, page }) => ({ pk: `import#${importId}`, sk: `page#${number(page)}` }),
});

export const Campaign = entity<CampaignRecord, { id: string }>({
  type: "campaign",
  key: ({ id }) => ({ pk: `campaign#${id}`, sk: "campaign" }),
  indexed: (c) => ({ byState: { pk: campaignsIn(c.status), sk: c.id }, byOwner: { pk: "campaigns", sk: c.id } }),
});

export const Trouble = entity<TroubleRecord, { campaignId: string }>({
  type: "campaign-trouble",
  key: ({ campaignId }) => ({ pk: `campaign#${campaignId}`, sk: "trouble" }),
});

export const Lint = entity<LintRecord, { campaignId: string }>({
  type: "campaign-lint",
  key: ({ campaignId }) => ({ pk: `campaign#${campaignId}`, sk: "lint" }),
});

export const Snapshot = entity<SnapshotPage, { campaignId: string; snapshot: string; page: number }>({
  type: "campaign-snapshot",
  key: ({ campaignId, snapshot, page }) => ({ pk: snapshotOf(campaignId, snapshot), sk: number(page) }),
});

export const CampaignTest = entity<TestRecord, { campaignId: string; id: string }>({
  type: "campaign-test",
  personal: { person: (t, ctx) => ctx.keys.digest("person", t.email), empty: { email: "" } },
  key: ({ campaignId, id }) => ({ pk: `campaign#${campaignId}`, sk: `test#${id}` }),
  expires: (t) => Math.ceil(new Date(t.askedAt).getTime() / 1000) + 86_400,
});
