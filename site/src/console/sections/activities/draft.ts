import type { ActivityKind } from "@lingxi/core/activity/schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { ActivityRow } from "./types.ts";

/** What the form holds: texts as typed, times as the browser's field gives them, in Beijing time. */
export interface Draft {
  kind: ActivityKind;
  title: Localised;
  summary: Localised;
  description: Localised;
  venue: Localised;
  region: string;
  chains: readonly string[];
  startsAt: string;
  endsAt: string;
  registrationClosesAt: string;
  capacity: string;
  offerHours: string;
}

const empty: Localised = { "zh-CN": "" };

export const blank: Draft = {
  kind: "roadshow",
  title: empty,
  summary: empty,
  description: empty,
  venue: empty,
  region: "",
  chains: [],
  startsAt: "",
  endsAt: "",
  registrationClosesAt: "",
  capacity: "50",
  offerHours: "24",
};

const beijing = 8 * 3_600_000;
const toLocal = (instant: string) => new Date(new Date(instant).getTime() + beijing).toISOString().slice(0, 16);
const toInstant = (local: string) => (local ? `${local}:00+08:00` : "");

export const draftOf = (row: ActivityRow): Draft => ({
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  description: row.description,
  venue: row.venue,
  region: row.region ?? "",
  chains: row.chains,
  startsAt: toLocal(row.startsAt),
  endsAt: toLocal(row.endsAt),
  registrationClosesAt: toLocal(row.registrationClosesAt),
  capacity: String(row.capacity),
  offerHours: String(row.offerHours),
});

/** The API's input. A number that is none goes as it was typed, so that the API names the field. */
export const toContent = (draft: Draft) => {
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text || undefined);
  return {
    ...draft,
    startsAt: toInstant(draft.startsAt),
    endsAt: toInstant(draft.endsAt),
    registrationClosesAt: toInstant(draft.registrationClosesAt),
    capacity: number(draft.capacity),
    offerHours: number(draft.offerHours),
  };
};
