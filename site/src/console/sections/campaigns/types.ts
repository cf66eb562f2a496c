import type { CampaignContent, CampaignStatus, ConsentBasis, Exclusion, HeldBecause } from "@lingxi/core/campaign/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import type { ImportLine, ImportSummary } from "../../imports/types.ts";

export interface ReportLine extends ImportLine {
  readonly name: string;
  readonly email: string;
}

export interface ImportRow extends ImportSummary {
  readonly source: string;
  readonly basis: ConsentBasis;
}

export interface ContactRow {
  readonly person: string;
  readonly email: string;
  readonly name?: string;
  readonly organisation?: string;
  readonly position?: string;
  readonly phone?: string;
  readonly chains: readonly string[];
  readonly locale?: Locale;
}

export interface Frozen {
  readonly considered: number;
  readonly included: number;
  readonly excluded: Readonly<Partial<Record<Exclusion, number>>>;
}

export interface CampaignRow extends CampaignContent {
  readonly id: string;
  readonly status: CampaignStatus;
  readonly version: number;
  readonly revision: number;
  readonly lastTest?: { readonly id: string; readonly at: string; readonly revision: number };
  readonly frozen?: Frozen;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly sendAt?: string;
  readonly local?: boolean;
  readonly perMinute?: number;
  readonly expected?: number;
  readonly asked?: { readonly by: string; readonly at: string };
  readonly returned?: { readonly by: string; readonly at: string; readonly reason?: string };
  readonly testStatus?: MailState | "queued";
  readonly lint?: { readonly faults: readonly Words[]; readonly hosts: readonly string[] };
  readonly createdAt: string;
}

export const mailStates = [
  "claimed",
  "unknown",
  "deferred",
  "left",
  "accepted",
  "rejected",
  "delivered",
  "bounced",
  "complained",
  "excluded",
] as const;
export type MailState = (typeof mailStates)[number];

export interface Progress {
  readonly status: CampaignStatus;
  readonly version: number;
  readonly frozen?: Frozen;
  readonly heldBecause?: HeldBecause;
  readonly queued: number;
  readonly cancelled: number;
  readonly mails: Readonly<Record<MailState, number>>;
  readonly asking: number;
}

export interface RecipientRow {
  readonly person: string;
  readonly name?: string;
  readonly email?: string;
  readonly state: MailState | "queued" | "cancelled";
  readonly excluded?: Exclusion;
  readonly detail?: string;
  readonly at?: string;
}

export interface AudienceRow extends ContactRow {
  readonly excluded?: Exclusion;
}

export interface AudiencePage {
  readonly items: readonly AudienceRow[];
  readonly counts: Frozen;
  readonly cursor?: string;
}
