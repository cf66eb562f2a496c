import { entity } from "../platform/entity.ts";
import type { ImportRun } from "../platform/sheet/run.ts";
import { type Locale, tidy, type Words } from "../platform/text.ts";
import type { NamedRule } from "../segment/schema.ts";
import type { Difference, Origin } from "./contact-schema.ts";
import type { AnyBasis, CampaignKind } from "./kinds-schema.ts";
import type { ReportLine } from "./report.ts";
import type { CampaignContent, CampaignStatus, ConsentBasis, Exclusion, HeldBecause } from "./schema.ts";
import type { Topic } from "./topics-schema.ts";

/** Why we may write to a person: what was stated, when, and where it came from. Kept for as long as the contact. */
export interface ConsentRecord {
  readonly basis: AnyBasis;
  readonly source: string;
  readonly at: string;
  readonly by: string;
  /** The list, or the thing that the person agreed to; then the line is 0. */
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
  /** Registrations, places in the talent pool and memberships that name this person. */
  readonly origins?: readonly Origin[] | undefined;
  /** What another source says otherwise, until somebody chooses. */
  readonly differences?: readonly Difference[] | undefined;
  /** Keyed digests by which the same person is found under another address. */
  readonly samePhone?: string | undefined;
  readonly sameName?: string | undefined;
  /** Contacts that were joined into this one, and what that brought. */
  readonly merged?: readonly Merged[] | undefined;
  /** The contact that this one was joined into. */
  readonly mergedInto?: string | undefined;
  /** After a merge: the kinds of mail that both had agreed to. A consent given later counts by itself. */
  readonly limit?: Limit | undefined;
}

export interface Limit {
  readonly at: string;
  readonly kinds: readonly CampaignKind[];
}

/** One contact that was joined into another: what to take back when it is undone. */
export interface Merged {
  readonly person: string;
  readonly at: string;
  readonly by: string;
  readonly filled: readonly string[];
  readonly lists: readonly string[];
  readonly chains: readonly string[];
  /** The limit that there was before. */
  readonly limit?: Limit | undefined;
}

/** Two contacts that may be one person. */
export interface PairRecord {
  /** Their digests, the lower first. */
  readonly a: string;
  readonly b: string;
  readonly because: readonly ("phone" | "name")[];
  readonly status: "open" | "dismissed" | "merged";
  readonly at: string;
}

/** Whom an order is for, by the rules of the segments as they were when it was given. */
export interface Aim {
  readonly segment?: NamedRule | undefined;
  readonly except: readonly NamedRule[];
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
  /** The segments that it names, as they were ordered: an edit of a segment changes no order. */
  readonly aim?: Aim | undefined;
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
  differences: undefined,
} satisfies Partial<ContactRecord>;

export const samePhone = (digest: string) => `same-phone#${digest}`;
export const sameName = (digest: string) => `same-name#${digest}`;

export const Contact = entity<ContactRecord, { person: string }>({
  type: "contact",
  personal: {
    person: (c) => c.person,
    empty: erasedContact,
  },
  key: ({ person }) => ({ pk: `contact#${person}`, sk: "contact" }),
  // One that was joined into another is no contact of its own.
  indexed: (c) =>
    c.email && !c.mergedInto
      ? {
          byOwner: { pk: allContacts, sk: `${c.addedAt}#${c.person}` },
          byChain: c.samePhone ? { pk: samePhone(c.samePhone), sk: c.person } : undefined,
          byState: c.sameName ? { pk: sameName(c.sameName), sk: c.person } : undefined,
        }
      : {},
});

export const openPairs = "contact-pairs";
export const Pairs = entity<PairRecord, { a: string; b: string }>({
  type: "contact-pair",
  key: ({ a, b }) => ({ pk: `contact-pair#${a}#${b}`, sk: "pair" }),
  indexed: (p) => ({ byState: p.status === "open" ? { pk: openPairs, sk: `${p.at}#${p.a}#${p.b}` } : undefined }),
});

export const Suppression = entity<SuppressionRecord, { person: string }>({
  type: "suppression",
  key: ({ person }) => ({ pk: `suppression#${person}`, sk: "suppression" }),
  // Whoever ever chose or refused something: the audience reads them all.
  indexed: (s) => ({ byState: { pk: allSuppressions, sk: s.person } }),
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
