import type { DomainEvent } from "@lingxi/core/platform/event";
import { objects, renderer } from "@lingxi/core/platform/parts";
import { publishChanges, publishPolicy } from "@lingxi/core/publication";
import { batchSubscriber } from "../subscriber.ts";

type Fact = {
  activityId?: string;
  caseId?: string;
  pageId?: string;
  projectId?: string;
  demandId?: string;
  talentId?: string;
  issueId?: string;
};

function changesOf({ data }: DomainEvent) {
  const { activityId, caseId, pageId, projectId, demandId, talentId, issueId } = data as Fact;
  const named = [
    { kind: "activities", id: activityId },
    { kind: "cases", id: caseId },
    { kind: "pages", id: pageId },
    { kind: "projects", id: projectId },
    { kind: "demands", id: demandId },
    { kind: "talents", id: talentId },
    { kind: "newsletters", id: issueId },
  ] as const;
  return named.flatMap(({ kind, id }) => (id ? [{ kind, id }] : []));
}

/** Renders the pages that show what changed. */
export const handler = batchSubscriber(
  "publish-page",
  async (ctx, events) => {
    if (events.some(({ name }) => name === "policy.changed")) await publishPolicy(ctx, {});
    const changes = events.flatMap(changesOf);
    if (changes.length) await publishChanges(ctx, { changes });
  },
  async () => ({ objects: await objects(process.env), render: renderer(process.env) }),
);
