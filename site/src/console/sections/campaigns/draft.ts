import type { BlockDraft } from "@lingxi/core/campaign/blocks-schema";
import type { CampaignKind } from "@lingxi/core/campaign/schema";
import { type Topic, topicOf } from "@lingxi/core/campaign/topics-schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { CampaignRow } from "./types.ts";

/** What the form holds. */
export interface Draft {
  kind: CampaignKind;
  topic: Topic;
  subject: Localised;
  preheader: Localised;
  /** One Markdown text, or empty where there are blocks. */
  body: Localised;
  blocks: readonly BlockDraft[];
  plain: Localised;
  chains: readonly string[];
  importId: string;
  segmentId: string;
  exceptSegments: readonly string[];
  exceptLists: readonly string[];
  /** Whether the public may read it once it is sent. */
  archive: boolean;
  /** Of an invitation: the activity, which stays. */
  activityId?: string | undefined;
}

const none: Localised = { "zh-CN": "" };

export const blank: Draft = {
  kind: "public-service",
  topic: "notices",
  subject: none,
  preheader: none,
  body: none,
  blocks: [],
  plain: none,
  chains: [],
  importId: "",
  segmentId: "",
  exceptSegments: [],
  exceptLists: [],
  archive: false,
};

const whole = (text: CampaignRow["plain"]): Localised => ({ "zh-CN": text?.["zh-CN"] ?? "", en: text?.en });

export const draftOf = ({
  kind,
  topic,
  subject,
  preheader,
  body,
  blocks = [],
  plain,
  archive = false,
  audience,
}: CampaignRow): Draft => ({
  kind,
  topic: topicOf({ topic }),
  subject,
  preheader: whole(preheader),
  body,
  blocks,
  plain: whole(plain),
  archive,
  chains: audience.chains,
  importId: audience.importId ?? "",
  segmentId: audience.segmentId ?? "",
  exceptSegments: audience.exceptSegments ?? [],
  exceptLists: audience.exceptLists ?? [],
  activityId: audience.activityId,
});

/** The same as a new draft. A round of invitations belongs to its own notification, so a copy is for everybody. */
export function copyOf(row: CampaignRow): Draft {
  const draft = draftOf(row);
  return draft.activityId ? { ...draft, activityId: undefined, importId: "" } : draft;
}

const given = (text: Localised) => (text["zh-CN"] || text.en ? text : undefined);

/** The API's input. */
export const toContent = ({
  chains,
  importId,
  activityId,
  segmentId,
  exceptSegments,
  exceptLists,
  preheader,
  plain,
  ...draft
}: Draft) => ({
  ...draft,
  preheader: given(preheader),
  plain: given(plain),
  blocks: draft.blocks.map((block) => (block.kind === "picture" && !block.href ? { ...block, href: undefined } : block)),
  audience: {
    chains,
    ...(importId ? { importId } : {}),
    ...(activityId ? { activityId } : {}),
    ...(segmentId ? { segmentId } : {}),
    ...(exceptSegments.length ? { exceptSegments } : {}),
    ...(exceptLists.length ? { exceptLists } : {}),
  },
});
