import type { OrganisationKind } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";

export { organisationKinds } from "../organisation/schema.ts";

/** Where somebody's registration came from. */
export const sources = ["form", "code", "staff", "transfer"] as const;
export type Source = (typeof sources)[number];

/** Under this many, a group is not told to the public: who was there could be guessed. */
export const fewest = 5;
/** The group of those who are too few to be told apart. */
export const fewer = "fewer";
/** Of whom it is not known. */
export const unknown = "unknown";

export type KindGroup = OrganisationKind | typeof unknown;

export const notOver = reason(
  "outcome.not-over",
  "conflict",
  "活动还没有结束，现在的数字不完整。请在结束后再生成总结。",
  "The activity is not over, so the figures are not complete. Make the summary afterwards.",
);

export const notAgreed = reason(
  "outcome.not-agreed",
  "conflict",
  "双方还没有达成合作，不能生成案例。请先在跟进页记录“达成合作”。",
  "The two sides have not agreed, so there is no case to draft. Record the agreement on the follow-up page first.",
);
