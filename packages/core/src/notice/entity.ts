import type { News } from "../activity/reactions.ts";
import { entity } from "../platform/entity.ts";

/** `moved`: another time, place or name; `called-off`; `reminder`: it, or one of its sessions, starts soon. */
export const noticeKinds = ["moved", "called-off", "reminder"] as const satisfies readonly News[];
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that all who come to an activity are to be told, and how far that has gone. */
export interface NoticeRecord {
  readonly activityId: string;
  /** What it is about, so that it is told once: `moved-7`, `reminder-20261212T0600`, `reminder-20261212T0600-2h`. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** Whose seat was confirmed later knows it already. */
  readonly at: string;
  /** Of a reminder: the session that it is about; absent for the activity. */
  readonly session?: string | undefined;
  /** Of a reminder: when what it is about starts. */
  readonly startsAt?: string | undefined;
  readonly status: "open" | "done";
  /** Where it goes on; absent at the beginning. */
  readonly cursor?: string | undefined;
  readonly told: number;
}

export const openNotices = "holder-notices";

export const Notices = entity<NoticeRecord, { activityId: string; key: string }>({
  type: "holder-notice",
  key: ({ activityId, key }) => ({ pk: `holder-notices#${activityId}`, sk: key }),
  indexed: (n) => ({ byState: n.status === "open" ? { pk: openNotices, sk: `${n.at}#${n.activityId}#${n.key}` } : undefined }),
});
