import { openNotice } from "@lingxi/core/notice/reactions";
import { subscriber } from "../subscriber.ts";

/** Notes down that those who come are to be written to; the clock sends it. */
export const handler = subscriber("open-notice", (ctx, { name, data, time }) =>
  openNotice(ctx, {
    at: time,
    ...(data as { activityId: string; version: number; at?: string }),
    kind: name === "activity.moved" ? "moved" : "called-off",
  }),
);
