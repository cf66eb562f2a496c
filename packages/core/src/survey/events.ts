import type { Derive } from "../platform/event.ts";
import type { SurveyRecord } from "./entity.ts";

export const deriveSurveyEvents: Derive = {
  survey({ before, after }) {
    const [was, is] = [before, after] as unknown as [SurveyRecord | undefined, SurveyRecord | undefined];
    return is?.status === "open" && was?.status !== "open"
      ? [{ name: "survey.opened", data: { activityId: is.activityId } }]
      : [];
  },
};
