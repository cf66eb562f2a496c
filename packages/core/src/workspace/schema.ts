import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, line } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";

/** Kinds of things that staff find and are told of; each has a section of the console. */
export const thingKinds = ["activity", "campaign", "case", "demand", "project", "talent"] as const;
export type ThingKind = (typeof thingKinds)[number];

/** A thing by its title, as the palette and the overview name it. */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly title: Localised;
  readonly status: string;
}

/** Reasons why somebody has something to do today. */
export const dutyKinds = [
  "review-project",
  "review-demand",
  "review-talent",
  "review-case",
  "held-case",
  "free-seats",
  "paused-campaign",
  "failed-page",
  "overdue-demand",
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** One reason: how many things (`more` where they were not all counted), and the first of them with the instant or the day that matters. */
export interface Duty {
  readonly kind: DutyKind;
  readonly count: number;
  readonly more: boolean;
  readonly first: readonly (Thing & { readonly at?: string | undefined })[];
}

/** What a notice tells. Its words are the console's; a notice holds ids and facts, no personal data. */
export const noticeKinds = [
  "project.submitted",
  "demand.submitted",
  "talent.applied",
  "organisation.claimed",
  "case.review-asked",
  "campaign.held",
  "campaign.finished",
  "contacts.imported",
  "site.page-failed",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
  /** Sorts by time. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: string;
  /** What it is about: the id of a record, or the name of a page. */
  readonly about: string;
}

const words = z.object({ "zh-CN": line(200), en: line(200) });

/** What became of one row of long work that did not go through. */
const Refusal = z.object({ id: z.string().max(80), name: line(200, 0), why: line(500, 0) });

/** Begins a piece of long work that somebody's browser does row by row; the id is the browser's, so that sending it twice makes one. */
export const StartWork = z.object({
  id: z.string().regex(/^wrk_[0-7][0-9a-z]{25}$/),
  title: labelled(words, "名称", "Name"),
  /** Where it was begun, within the console. */
  href: z.string().max(500).startsWith("/console"),
  total: z.int().min(1).max(20_000),
});

/** How far it has come: all of it each time, so that a lost message costs nothing. */
export const TellWork = z.object({
  id: z.string().max(40),
  done: z.int().min(0).max(20_000),
  failed: z.int().min(0).max(20_000),
  /** The last message: nothing more will be done. */
  over: z.boolean().default(false),
  refusals: z.array(Refusal).max(200).default([]),
});

/** running → finished, or stopped before everything was done. */
export type WorkStatus = "running" | "finished" | "stopped";

export interface Work {
  readonly id: string;
  readonly owner: string;
  readonly title: Localised;
  readonly href: string;
  readonly status: WorkStatus;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** The first two hundred. */
  readonly refusals: readonly z.infer<typeof Refusal>[];
  /** Its owner asked for an end from another window or device. */
  readonly stopAsked?: boolean | undefined;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
}

export const workMissing = reason(
  "work.not-found",
  "not-found",
  "没有找到这项任务的记录，可能已经过期。",
  "There is no record of this work; it may have expired.",
);
