import type { Role } from "../platform/actor.ts";
import { entity } from "../platform/entity.ts";
import type { Notice, View, Work } from "./schema.ts";

/** Everyone's notices, each for those with a use for it. */
export const allNotices = "notices";
export const workOf = (owner: string) => `work#${owner}`;
const keptDays = 30;
const seconds = (instant: string) => Math.ceil(new Date(instant).getTime() / 1000) + keptDays * 86_400;

export interface NoticeRecord extends Notice {
  /** Who it is for: staff with one of the roles, or one of them alone. */
  readonly roles: readonly Role[];
  readonly staffId?: string | undefined;
  /** What it is about belongs to these, for roles that hold for certain chains. */
  readonly chains?: readonly string[] | undefined;
}

export const Notices = entity<NoticeRecord, { id: string }>({
  type: "notice",
  key: ({ id }) => ({ pk: allNotices, sk: id }),
  expires: ({ at }) => seconds(at),
});

/** Up to which notice somebody has seen them. */
interface SeenRecord {
  readonly staffId: string;
  readonly upTo: string;
}

export const Seen = entity<SeenRecord, { staffId: string }>({
  type: "notices-seen",
  key: ({ staffId }) => ({ pk: `notices-seen#${staffId}`, sk: "seen" }),
});

export const Works = entity<Work, { owner: string; id: string }>({
  type: "work",
  key: ({ owner, id }) => ({ pk: workOf(owner), sk: id }),
  expires: ({ startedAt }) => seconds(startedAt),
});

/** The views that somebody keeps of one list. What they are called and look for may name people: sealed with a key of their own, erased with the account's end. */
interface ViewsRecord {
  readonly owner: string;
  readonly list: string;
  readonly views: readonly View[];
  readonly preferred?: string | undefined;
  /** When the owner's account ended. */
  readonly forgottenAt?: string | undefined;
}

export const viewsOf = (owner: string) => `views#${owner}`;
export const Views = entity<ViewsRecord, { owner: string; list: string }>({
  type: "views",
  personal: { person: ({ owner }) => viewsOf(owner), empty: { views: [] } },
  key: ({ owner, list }) => ({ pk: viewsOf(owner), sk: list }),
  expires: ({ forgottenAt }) => (forgottenAt ? seconds(forgottenAt) : undefined),
});
