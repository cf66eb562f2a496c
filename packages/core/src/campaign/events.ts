import type { Derive } from "../platform/event.ts";
import type { MailRecord } from "../platform/mail/record.ts";
import type { CampaignRecord, ContactRecord, ImportRecord, TestRecord } from "./entity.ts";

/** The domain events of campaigns, and of mails that must not be tried again. */
export const campaignEvents = [
  "campaign.sending",
  "campaign.held",
  "campaign.finished",
  "campaign.test-asked",
  "campaign.archived",
  "contacts.imported",
  "contacts.alike",
  "mail.bounced",
  "mail.complained",
] as const;

export interface CampaignFact {
  readonly campaignId: string;
}
export interface TestFact extends CampaignFact {
  readonly testId: string;
}
/** A newsletter came into the archive, or left it. */
export interface IssueFact {
  readonly issueId: string;
}
/** `person` is the keyed digest of an address. */
export interface MailFact {
  readonly key: string;
  readonly person: string;
  readonly campaignId?: string | undefined;
}

/** Whether everybody may read it: it is marked for the archive, and its audience was settled, so that it has begun to go. */
export const isArchived = ({ archive, frozen }: Pick<CampaignRecord, "archive" | "frozen">) => Boolean(archive && frozen);

export const deriveCampaignEvents: Derive = {
  campaign({ before, after }) {
    const [was, is] = [before, after] as unknown as [CampaignRecord | undefined, CampaignRecord | undefined];
    if (!is) return [];
    const data: CampaignFact = { campaignId: is.id };
    const archived = isArchived(is) !== (was !== undefined && isArchived(was));
    const moved = archived ? [{ name: "campaign.archived", data: { issueId: is.id } satisfies IssueFact }] : [];
    if (is.status === was?.status) return moved;
    if (is.status === "sending") return [{ name: "campaign.sending", data }, ...moved];
    if (is.status === "finished") return [{ name: "campaign.finished", data }, ...moved];
    return is.status === "paused" && is.heldBecause ? [{ name: "campaign.held", data }, ...moved] : moved;
  },

  "contact-import"({ before, after }) {
    const [was, is] = [before, after] as unknown as [ImportRecord | undefined, ImportRecord | undefined];
    if (is?.status !== "finished" || was?.status === "finished") return [];
    return [{ name: "contacts.imported", data: { importId: is.id, startedBy: is.startedBy } }];
  },

  /** Whenever another person might be found to be the same. */
  contact({ before, after }) {
    const [was, is] = [before, after] as unknown as [ContactRecord | undefined, ContactRecord | undefined];
    if (!is?.email || is.mergedInto) return [];
    const differs = (key: "samePhone" | "sameName") => is[key] !== undefined && is[key] !== was?.[key];
    return differs("samePhone") || differs("sameName") ? [{ name: "contacts.alike", data: { person: is.person } }] : [];
  },

  "campaign-test"({ before, after }) {
    if (before || !after) return [];
    const { campaignId, id } = after as unknown as TestRecord;
    return [{ name: "campaign.test-asked", data: { campaignId, testId: id } satisfies TestFact }];
  },

  mail({ before, after }) {
    const [was, is] = [before, after] as unknown as [MailRecord | undefined, MailRecord | undefined];
    if (!is || is.status === was?.status || (is.status !== "bounced" && is.status !== "complained")) return [];
    return [
      { name: `mail.${is.status}`, data: { key: is.key, person: is.person, campaignId: is.campaignId } satisfies MailFact },
    ];
  },
};
