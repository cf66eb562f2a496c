import type { CampaignKind } from "@lingxi/core/campaign/schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { CampaignRow } from "./types.ts";

/** What the form holds. */
export interface Draft {
  kind: CampaignKind;
  subject: Localised;
  body: Localised;
  chains: readonly string[];
  importId: string;
  segmentId: string;
  exceptSegments: readonly string[];
  exceptLists: readonly string[];
  /** Of an invitation: the activity, which stays. */
  activityId?: string | undefined;
}

export const blank: Draft = {
  kind: "public-service",
  subject: { "zh-CN": "" },
  body: { "zh-CN": "" },
  chains: [],
  importId: "",
  segmentId: "",
  exceptSegments: [],
  exceptLists: [],
};

export const draftOf = ({ kind, subject, body, audience }: CampaignRow): Draft => ({
  kind,
  subject,
  body,
  chains: audience.chains,
  importId: audience.importId ?? "",
  segmentId: audience.segmentId ?? "",
  exceptSegments: audience.exceptSegments ?? [],
  exceptLists: audience.exceptLists ?? [],
  activityId: audience.activityId,
});

/** The API's input. */
export const toContent = ({ chains, importId, activityId, segmentId, exceptSegments, exceptLists, ...draft }: Draft) => ({
  ...draft,
  audience: {
    chains,
    ...(importId ? { importId } : {}),
    ...(activityId ? { activityId } : {}),
    ...(segmentId ? { segmentId } : {}),
    ...(exceptSegments.length ? { exceptSegments } : {}),
    ...(exceptLists.length ? { exceptLists } : {}),
  },
});
