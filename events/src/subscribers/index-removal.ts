import { objects } from "@lingxi/core/platform/parts";
import { forgetRemoved, type RemovedFact } from "@lingxi/core/search/reactions";
import { batchSubscriber } from "../subscriber.ts";

/** Takes what may not be found any more out of the search's log and snapshots. */
export const handler = batchSubscriber(
  "index-removal",
  (ctx, events) => forgetRemoved(ctx, { removed: events.map(({ data }) => data as RemovedFact) }),
  async () => ({ objects: await objects(process.env) }),
);
