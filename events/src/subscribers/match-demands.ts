import { matchDemands } from "@lingxi/core/matching/reactions";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { objects } from "@lingxi/core/platform/parts";
import { batchSubscriber } from "../subscriber.ts";

interface Fact {
  readonly demandId?: string;
  readonly projectId?: string;
  readonly patentId?: string;
  /** The row of a file: all needs are matched once the file is done. */
  readonly importing?: boolean;
}
const factOf = ({ data }: DomainEvent) => data as Fact;
const isSupply = (event: DomainEvent) => event.name !== "demand.changed" && !factOf(event).importing;

/** Takes what changed on offer into its index, and makes the shortlists of needs anew: of one that changed, and of all when what is on offer did. */
export const handler = batchSubscriber(
  "match-demands",
  (ctx, events) =>
    matchDemands(ctx, {
      demandIds: events.flatMap((event) => factOf(event).demandId ?? []),
      offerIds: events.flatMap((event) => factOf(event).projectId ?? factOf(event).patentId ?? []),
      all: events.some(isSupply),
    }),
  async () => ({ objects: await objects(process.env) }),
);
