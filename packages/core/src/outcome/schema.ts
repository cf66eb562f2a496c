import type * as z from "zod";
import type { OrganisationKind } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";
import type * as answers from "./answer-schema.ts";

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

/** What the public is told of an activity that is over. */
export type PublicOutcome = Readonly<z.infer<typeof answers.PublicOutcome>>;
/** The same as organisers see it, with what would be told now. */
export type OutcomeView = Readonly<z.infer<typeof answers.OutcomeView>>;

export const outcomeMissing = reason(
  "outcome.not-published",
  "not-found",
  "这项活动还没有公布成效。",
  "What this activity brought has not been published.",
);
export const tooFew = reason(
  "outcome.too-few",
  "conflict",
  "到场不足 {fewest} 人，公布后可能看出是谁，因此不能公布。",
  "Fewer than {fewest} people came, so it could be guessed who; it is not published.",
);
