import * as z from "zod";
import { exclusions } from "../campaign/schema.ts";
import { organisationKinds } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";
import { labelled, Reference } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { Region } from "../taxonomy/schema.ts";

/** 联系人, 人才库, 报过名的人. Of the last two only who agreed to invitations is reached. */
export const invitees = ["contacts", "talents", "registrants"] as const;

/** Whom to invite. What is left empty narrows nothing. */
export const Choice = z.object({
  from: labelled(z.array(z.enum(invitees)).min(1).max(3).default(["contacts"]), "从哪些人中选", "Choose from"),
  chains: labelled(z.array(Reference).max(40).default([]), "产业链", "Industry chains"),
  kinds: labelled(z.array(z.enum(organisationKinds)).max(5).default([]), "单位类型", "Kinds of organisations"),
  regions: labelled(z.array(Region).max(20).default([]), "地区", "Regions"),
  attended: labelled(z.array(z.string().max(40)).max(10).default([]), "参加过的活动", "Came to"),
});
export type Choice = z.infer<typeof Choice>;

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Why somebody is not invited: what the organiser chose, what the person said, or what there is already. */
export const passedOver = {
  ...exclusions,
  kind: w("单位类型不符", "Another kind of organisation"),
  region: w("地区不符", "Another region"),
  attendance: w("没有参加过所选活动", "Did not come to the chosen events"),
  invited: w("已经邀请过", "Invited already"),
  registered: w("已经报名", "Registered already"),
  unlisted: w(
    "报过名或在人才库，但没有同意接收邀请",
    "Registered or in the talent pool before, but without consent to invitations",
  ),
} as const satisfies Record<string, Words>;
export type PassedOver = keyof typeof passedOver;

/** chosen → invited (its mail went out) → opened → registered → came, as far as it went. */
export const guestStages = ["chosen", "invited", "opened", "registered", "came"] as const;
export type GuestStage = (typeof guestStages)[number];

/** So many are chosen at most in one round; more by another. */
export const mostGuests = 2000;

export const invitationMissing = reason(
  "invitation.not-found",
  "not-found",
  "邀请链接无效。您仍可以在活动列表中查看并报名。",
  "This invitation is not valid. You can still find the event in the list and register.",
);
export const nobodyToInvite = reason(
  "invitation.nobody",
  "conflict",
  "按这些条件没有可以邀请的人。请放宽条件，加选人才库或报过名的人，或先导入联系人。",
  "There is nobody to invite by these conditions. Widen them, choose from talents or registrations as well, or import contacts.",
);
export const guestsChanged = reason(
  "invitation.changed",
  "conflict",
  "您确认的是 {expected} 人，现在是 {included} 人。请重新查看再选定。",
  "You confirmed {expected} people; now there are {included}. Look again.",
);
export const tooManyGuests = reason(
  "invitation.too-many",
  "limit-exceeded",
  "一次最多选定 2,000 人，现在是 {included} 人。请缩小范围分次邀请。",
  "At most 2,000 can be chosen at once; these are {included}. Narrow the choice and invite in rounds.",
);
export const notInvitable = reason(
  "invitation.not-open",
  "conflict",
  "活动未发布、已取消或已经结束，不能邀请。",
  "The event is not published, was called off or is over, so nobody can be invited.",
);
