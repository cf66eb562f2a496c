import { noteDemandOrganisation } from "@lingxi/core/demand/reactions";
import { noteProjectOrganisation } from "@lingxi/core/project/reactions";
import { subscriber } from "../subscriber.ts";

/** Notes for which organisation a project or a need stands, so that its members find it. */
export const handler = subscriber("note-organisation", (ctx, { name, data }) =>
  name.startsWith("project.")
    ? noteProjectOrganisation(ctx, data as { projectId: string })
    : noteDemandOrganisation(ctx, data as { demandId: string }),
);
