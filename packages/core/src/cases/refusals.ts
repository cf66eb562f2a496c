import { reason } from "../platform/reason.ts";

export const slugTaken = reason(
  "case.slug-taken",
  "conflict",
  "网址“{slug}”属于另一篇“{title}”。请换一个，例如在后面加上年份或地名。",
  'The address "{slug}" belongs to another one, "{title}". Choose another one, for example with the year or the place added.',
);
export const notPublished = reason(
  "case.not-published",
  "conflict",
  "这一篇还没有发布，不需要下线。",
  "This has not been published, so there is nothing to take away.",
);
export const nothingToReview = reason(
  "case.nothing-to-review",
  "conflict",
  "草稿与公众看到的内容一致，没有需要审核的修改。请先修改再提交。",
  "The draft is what the public reads already. Change it first, then ask for a review.",
);
export const alreadyApproved = reason(
  "case.already-approved",
  "conflict",
  "这份草稿已经批准，将按时发布，不需要再次提交审核。",
  "This draft is approved and will be published at its time; it needs no other review.",
);
export const notInReview = reason(
  "case.not-in-review",
  "conflict",
  "这份草稿不在审核中，可能已被他人处理。请查看最新状态。",
  "This draft is not in review; somebody may have dealt with it. See its latest state.",
);
export const notScheduled = reason(
  "case.not-scheduled",
  "conflict",
  "这份草稿没有定时发布的安排，可能已经发布或被取消。请查看最新状态。",
  "No publication is scheduled; it may have happened or been cancelled. See the latest state.",
);
export const versionMissing = reason(
  "case.version-not-found",
  "not-found",
  "没有找到这个版本，或者它没有文字内容。请从历史列表重新选择。",
  "There is no such version, or it has no text. Choose one from the history.",
);
