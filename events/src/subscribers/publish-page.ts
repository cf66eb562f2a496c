import { objects, renderer } from "@lingxi/core/platform/parts";
import { publishChange, publishPolicy } from "@lingxi/core/publication";
import { subscriber } from "../subscriber.ts";

type Fact = { activityId?: string; caseId?: string; projectId?: string; talentId?: string; former?: string[] };

/** Renders the pages that show what changed. */
export const handler = subscriber(
  "publish-page",
  async (ctx, { name, data }) => {
    const { activityId, caseId, projectId, talentId, former = [] } = data as Fact;
    if (name === "policy.changed") await publishPolicy(ctx, {});
    if (activityId) await publishChange(ctx, { kind: "activities", id: activityId, former });
    if (caseId) await publishChange(ctx, { kind: "cases", id: caseId, former });
    if (projectId) await publishChange(ctx, { kind: "projects", id: projectId, former });
    if (talentId) await publishChange(ctx, { kind: "talents", id: talentId, former });
  },
  async () => ({ objects: await objects(process.env), render: await renderer(process.env) }),
);
