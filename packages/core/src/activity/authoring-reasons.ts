import { reason } from "../platform/reason.ts";

/** What only organisers are told. */
export const registrationNotOpen = reason(
  "activity.registration-not-open",
  "conflict",
  "报名现在没有开放，无需停止。",
  "Registration is not open now, so there is nothing to close.",
);
export const cannotReopen = reason(
  "activity.cannot-reopen",
  "conflict",
  "现在不能重新开放报名：请另选一个晚于现在、不晚于活动结束的截止时间。",
  "Registration cannot be reopened as it is: choose a closing time after now and not after the end.",
);
export const seriesFull = reason(
  "activity.series-full",
  "limit-exceeded",
  "一个系列最多 {most} 场活动。请减少场次，或另建一个系列。",
  "A series has at most {most} activities. Make fewer, or begin another series.",
);
export const notInSeries = reason(
  "activity.not-in-series",
  "conflict",
  "这项活动不属于任何系列。请先用“系列”生成后续场次。",
  "This activity is in no series. Make its next dates first.",
);
export const templateMissing = reason(
  "activity.template-missing",
  "not-found",
  "没有找到这个模板，可能已被删除。请重新选择。",
  "There is no such template; it may have been dropped. Choose another one.",
);
