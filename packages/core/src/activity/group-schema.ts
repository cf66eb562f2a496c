import * as z from "zod";
import { mostInGroup } from "../form/schema.ts";
import { reason } from "../platform/reason.ts";
import { Email, labelled, line } from "../platform/schema.ts";
import { tidy } from "../platform/text.ts";
import { Register } from "./schema.ts";

const optional = (max: number) =>
  line(max, 0)
    .optional()
    .transform((text) => text || undefined);

/** A companion: named, or not yet; with an address of their own, or not. */
export const Companion = z.object({
  name: labelled(optional(60), "姓名", "Name"),
  organisation: labelled(optional(120), "单位", "Organisation"),
  email: labelled(
    z
      .string()
      .optional()
      .transform((text) => tidy(text ?? "") || undefined)
      .pipe(Email.optional()),
    "邮箱",
    "E-mail",
  ),
});
export type Companion = z.output<typeof Companion>;

export const RegisterGroup = Register.omit({ code: true, notices: true }).extend({
  size: labelled(z.coerce.number().int().min(2).max(mostInGroup), "总人数（含本人）", "People, yourself included"),
  companions: labelled(
    z
      .array(Companion)
      .max(mostInGroup - 1)
      .default([]),
    "同行者（可以以后再填）",
    "Companions (may be named later)",
  ),
  split: labelled(
    z
      .union([z.boolean(), z.string().max(10)])
      .optional()
      .transform((value) => value === true || value === "yes"),
    "候补时可以分开入座",
    "We may be seated separately from the waiting list",
  ),
});
export type RegisterGroup = z.infer<typeof RegisterGroup>;

export const noGroups = reason(
  "activity.no-groups",
  "conflict",
  "这项活动或这个票种不接受团体报名，或人数超过每组 {most} 人的上限。请减少人数，或分别报名。",
  "This activity or ticket type takes no groups, or none of more than {most}. Register fewer people, or each by themselves.",
);
export const groupTooLarge = reason(
  "activity.group-too-large",
  "conflict",
  "剩余名额不够 {size} 人，本活动不设候补。请减少人数，或查看其他活动。",
  "Fewer than {size} places are left, and there is no waiting list. Register fewer people, or see the other activities.",
);
export const notInGroup = reason(
  "registration.not-in-group",
  "not-found",
  "这个名额已不在您的团体中。请刷新页面。",
  "This seat is no longer in your group. Load the page again.",
);
