import type { MessageBlock } from "@lingxi/core/campaign/blocks-schema";
import type { CampaignKind } from "@lingxi/core/campaign/schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { CampaignRow } from "./types.ts";

/** What the form holds. */
export interface Draft {
  kind: CampaignKind;
  subject: Localised;
  preheader: Localised;
  /** One Markdown text, or empty where there are blocks. */
  body: Localised;
  blocks: readonly MessageBlock[];
  plain: Localised;
  chains: readonly string[];
  importId: string;
  /** Of an invitation: the activity, which stays. */
  activityId?: string | undefined;
}

const none: Localised = { "zh-CN": "" };

export const blank: Draft = {
  kind: "public-service",
  subject: none,
  preheader: none,
  body: none,
  blocks: [],
  plain: none,
  chains: [],
  importId: "",
};

export const draftOf = ({ kind, subject, preheader, body, blocks = [], plain, audience }: CampaignRow): Draft => ({
  kind,
  subject,
  preheader: { ...none, ...preheader },
  body,
  blocks,
  plain: { ...none, ...plain },
  chains: audience.chains,
  importId: audience.importId ?? "",
  activityId: audience.activityId,
});

const given = (text: Localised) => (text["zh-CN"] || text.en ? text : undefined);

/** The API's input. */
export const toContent = ({ chains, importId, activityId, preheader, plain, ...draft }: Draft) => ({
  ...draft,
  preheader: given(preheader),
  plain: given(plain),
  blocks: draft.blocks.map((block) => (block.kind === "picture" && !block.href ? { ...block, href: undefined } : block)),
  audience: { chains, ...(importId ? { importId } : {}), ...(activityId ? { activityId } : {}) },
});
