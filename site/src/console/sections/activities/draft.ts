import { usualReminders } from "@lingxi/core/activity/kinds-schema";
import type { ActivityKind } from "@lingxi/core/activity/schema";
import type { Localised } from "@lingxi/core/platform/text";
import { homeZone, instantOf, localTime } from "@lingxi/core/platform/zone";
import type { ActivityRow } from "./types.ts";

/** What the form holds: texts as typed, times as the browser's field gives them, on the clock of the place. */
export interface Draft {
  kind: ActivityKind;
  title: Localised;
  summary: Localised;
  description: Localised;
  venue: Localised;
  onlineLink: string;
  onlineNote: string;
  region: string;
  chains: readonly string[];
  startsAt: string;
  endsAt: string;
  timeZone: string;
  registrationOpensAt: string;
  registrationClosesAt: string;
  reminders: readonly string[];
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
  onlineLink: "",
  onlineNote: "",
  region: "",
  chains: [],
  startsAt: "",
  endsAt: "",
  timeZone: homeZone,
  registrationOpensAt: "",
  registrationClosesAt: "",
  reminders: usualReminders.map(String),
  capacity: "50",
  offerHours: "24",
  waitingList: true,
  drawAt: "",
  quotas: [],
  tickets: [],
};

export const toInstant = (local: string, timeZone = homeZone) => (local ? instantOf(local, timeZone) : "");

type Known = Pick<ActivityRow, Exclude<keyof Draft, "reminders"> & keyof ActivityRow> & Pick<ActivityRow, "reminders">;

export function draftOf(row: Known): Draft {
  const toLocal = (instant: string | undefined) => (instant ? localTime(instant, row.timeZone) : "");
  return {
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    description: row.description,
    venue: row.venue,
    onlineLink: row.onlineLink ?? "",
    onlineNote: row.onlineNote ?? "",
    region: row.region ?? "",
    chains: row.chains,
    startsAt: toLocal(row.startsAt),
    endsAt: toLocal(row.endsAt),
    timeZone: row.timeZone,
    registrationOpensAt: toLocal(row.registrationOpensAt),
    registrationClosesAt: toLocal(row.registrationClosesAt),
    reminders: (row.reminders ?? usualReminders).map(String),
    capacity: String(row.capacity),
    offerHours: String(row.offerHours),
    waitingList: row.waitingList !== false,
    drawAt: toLocal(row.drawAt),
    quotas: (row.quotas ?? []).map(({ id, name, size }) => ({ id, name, size: String(size) })),
    tickets: (row.tickets ?? []).map(({ id, name, quotas, opensAt, closesAt, hidden = false, approval = false }) => ({
      ...{ id, name, quotas, hidden, approval },
      opensAt: toLocal(opensAt),
      closesAt: toLocal(closesAt),
    })),
  };
}

/** The API's input. A number that is none goes as it was typed, so that the API names the field. */
export const toContent = (draft: Draft) => {
  const at = (local: string) => toInstant(local, draft.timeZone);
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text || undefined);
  return {
    ...draft,
    startsAt: at(draft.startsAt),
    endsAt: at(draft.endsAt),
    registrationOpensAt: at(draft.registrationOpensAt) || undefined,
    registrationClosesAt: at(draft.registrationClosesAt),
    reminders: draft.reminders.map(Number),
    capacity: number(draft.capacity),
    offerHours: number(draft.offerHours),
    drawAt: at(draft.drawAt) || undefined,
    quotas: draft.quotas.map((quota) => ({ ...quota, size: number(quota.size) })),
    tickets: draft.tickets.map(({ opensAt, closesAt, quotas, ...ticket }) => ({
      ...ticket,
      quotas: quotas.filter((id) => draft.quotas.some((quota) => quota.id === id)),
      opensAt: at(opensAt) || undefined,
      closesAt: at(closesAt) || undefined,
    })),
  };
};
