import { ActivityContent } from "@lingxi/core/activity/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, toContent } from "./draft.ts";

export const check = (draft: Draft) => problemsOf(ActivityContent, toContent(draft));
