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
  waitingList: boolean;
  drawAt: string;
  quotas: readonly QuotaDraft[];
  tickets: readonly TicketDraft[];
}

export interface QuotaDraft {
  readonly id: string;
  readonly name: Localised;
  readonly size: string;
}

export interface TicketDraft {
  readonly id: string;
  readonly name: Localised;
  readonly quotas: readonly string[];
  readonly opensAt: string;
  readonly closesAt: string;
  readonly hidden: boolean;
  readonly approval: boolean;
}

/** Names a part within its activity; what people see is its name. */
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");

export const blankQuota = (): QuotaDraft => ({ id: newId(), name: empty, size: "10" });
export const blankTicket = (): TicketDraft => ({
  ...{ id: newId(), name: empty, quotas: [], opensAt: "", closesAt: "", hidden: false, approval: false },
});

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
  waitingList: true,
  drawAt: "",
  quotas: [],
  tickets: [],
};

const beijing = 8 * 3_600_000;
export const toLocal = (instant: string) => new Date(new Date(instant).getTime() + beijing).toISOString().slice(0, 16);
export const toInstant = (local: string) => (local ? `${local}:00+08:00` : "");

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
  waitingList: row.waitingList !== false,
  drawAt: row.drawAt ? toLocal(row.drawAt) : "",
  quotas: (row.quotas ?? []).map(({ id, name, size }) => ({ id, name, size: String(size) })),
  tickets: (row.tickets ?? []).map(({ id, name, quotas, opensAt, closesAt, hidden = false, approval = false }) => ({
    ...{ id, name, quotas, hidden, approval },
    opensAt: opensAt ? toLocal(opensAt) : "",
    closesAt: closesAt ? toLocal(closesAt) : "",
  })),
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
    drawAt: toInstant(draft.drawAt) || undefined,
    quotas: draft.quotas.map((quota) => ({ ...quota, size: number(quota.size) })),
    tickets: draft.tickets.map(({ opensAt, closesAt, quotas, ...ticket }) => ({
      ...ticket,
      quotas: quotas.filter((id) => draft.quotas.some((quota) => quota.id === id)),
      opensAt: toInstant(opensAt) || undefined,
      closesAt: toInstant(closesAt) || undefined,
    })),
  };
};
