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
  "check-claim",
  "review-case",
  "held-case",
  "due-reminder",
  "free-seats",
  "paused-campaign",
  "approve-campaign",
  "failed-page",
  "overdue-demand",
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** A thing that waits; an organisation and a match, whose id is that of the need and that of the offer, are none of those that are found by their names. */
export interface Pending extends Omit<Thing, "kind"> {
  readonly kind: ThingKind | "organisation" | "match";
  readonly at?: string | undefined;
}

/** One reason: how many things (`more` where they were not all counted), and the first of them with the instant or the day that matters. */
export interface Duty {
  readonly kind: DutyKind;
  readonly count: number;
  readonly more: boolean;
  readonly first: readonly Pending[];
}

/** What a notice tells. Its words are the console's; a notice holds ids and facts, no personal data. */
export const noticeKinds = [
  "project.submitted",
  "demand.submitted",
  "talent.applied",
  "match.answered",
  "organisation.claimed",
  "case.review-asked",
  "campaign.held",
  "campaign.finished",
  "contacts.imported",
  "site.page-failed",
  "webhook.disabled",
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

/** What the product does by itself for a while, and keeps its own record of. */
export const underWayKinds = ["campaign", "import", "patents", "publication", "meetings"] as const;
export type UnderWayKind = (typeof underWayKinds)[number];

export interface UnderWay {
  readonly kind: UnderWayKind;
  readonly id: string;
  /** What is sent or read; a publication has no title of its own. */
  readonly title?: Localised | undefined;
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
  readonly startedAt: string;
  readonly stopAsked?: boolean | undefined;
}

/** `rows`: something done to each of many records; `export`: a list read page by page into a file. */
export const workKinds = ["rows", "export"] as const;
export type WorkKind = (typeof workKinds)[number];

/** Begins a piece of long work that somebody's browser does row by row; the id is the browser's, so that sending it twice makes one. */
export const StartWork = z.object({
  id: z.string().regex(/^wrk_[0-7][0-9a-z]{25}$/),
  title: labelled(words, "名称", "Name"),
  /** Where it was begun, within the console. */
  href: z.string().max(500).startsWith("/console"),
  kind: z.enum(workKinds).default("rows"),
  /** 0 while it is not known, as of a list that is read page by page. */
  total: z.int().min(0).max(1_000_000),
  /** The key with which the browser seals what it reads into a file: kept here, so that the browser alone cannot open it. 256 bits, base64url. */
  seal: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
});

/** How far it has come: all of it each time, so that a lost message costs nothing. */
export const TellWork = z.object({
  id: z.string().max(40),
  done: z.int().min(0).max(1_000_000),
  failed: z.int().min(0).max(1_000_000),
  /** Once it is known. */
  total: z.int().min(1).max(1_000_000).optional(),
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
  readonly kind?: WorkKind | undefined;
  readonly seal?: string | undefined;
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

/** How many views somebody keeps of one list. */
export const mostViews = 30;

/** A list by its address in the console, with an asterisk in the place of an id: all activities' registrations are one list. */
const ListPlace = z
  .string()
  .max(100)
  .regex(/^\/console(\/([a-z-]+|\*))+$/);

/** A list as somebody narrowed and sorted it: its query, under a name. */
const View = z.object({
  /** The browser's own, so that two windows that rename one speak of the same. */
  id: z.string().regex(/^vew_[0-7][0-9a-z]{25}$/),
  name: labelled(line(60), "视图名称", "Name of the view"),
  query: z
    .string()
    .max(1000)
    .transform((text) => text.toWellFormed()),
});
export type View = z.infer<typeof View>;

const namesDiffer = (views: unknown) =>
  !Array.isArray(views) || new Set(views.map((view: Partial<View>) => view?.name)).size === views.length;

/** All views of one list, as they stand from now on, on the version that they were made from: 0 for the first. */
export const KeepViews = z.object({
  list: ListPlace,
  version: z.int().min(0),
  views: labelled(
    z
      .array(View)
      .max(mostViews)
      .refine(namesDiffer, {
        params: {
          words: {
            "zh-CN": "两个视图不能同名，请换一个名称。",
            en: "Two views cannot have the same name. Choose another one.",
          },
        },
      }),
    "视图",
    "Views",
  ),
  /** The one that the list opens with. One that is not there is none. */
  preferred: z.string().max(40).optional(),
});

/** The views of one list. */
export interface ListViews {
  readonly list: string;
  readonly views: readonly View[];
  readonly preferred?: string | undefined;
  readonly version: number;
}

export const workMissing = reason(
  "work.not-found",
  "not-found",
  "没有找到这项任务的记录，可能已经过期。",
  "There is no record of this work; it may have expired.",
);
