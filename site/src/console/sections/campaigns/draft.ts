import type { CampaignKind } from "@lingxi/core/campaign/schema";
import { type Topic, topicOf } from "@lingxi/core/campaign/topics-schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { CampaignRow } from "./types.ts";

/** What the form holds. */
export interface Draft {
  kind: CampaignKind;
  topic: Topic;
  subject: Localised;
  body: Localised;
  chains: readonly string[];
  importId: string;
  /** Of an invitation: the activity, which stays. */
  activityId?: string | undefined;
}

export const blank: Draft = {
  kind: "public-service",
  topic: "notices",
  subject: { "zh-CN": "" },
  body: { "zh-CN": "" },
  chains: [],
  importId: "",
};

export const draftOf = ({ kind, topic, subject, body, audience }: CampaignRow): Draft => ({
  kind,
  topic: topicOf({ topic }),
  subject,
  body,
  chains: audience.chains,
  importId: audience.importId ?? "",
  activityId: audience.activityId,
});

/** The API's input. */
export const toContent = ({ chains, importId, activityId, ...draft }: Draft) => ({
  ...draft,
  audience: { chains, ...(importId ? { importId } : {}), ...(activityId ? { activityId } : {}) },
});
