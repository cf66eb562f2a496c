import { matchDemands } from "@lingxi/core/matching/reactions";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { batchSubscriber } from "../subscriber.ts";

const demandOf = ({ data }: DomainEvent) => (data as { demandId?: string }).demandId ?? [];

/** Makes the shortlists of needs anew: of one that changed, and of all when what is on offer did. */
export const handler = batchSubscriber(
  "match-demands",
  (ctx, events) =>
    matchDemands(ctx, { demandIds: events.flatMap(demandOf), all: events.some(({ name }) => name === "project.changed") }),
  async () => ({}),
);
