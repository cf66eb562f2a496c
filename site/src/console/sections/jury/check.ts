import { ScoreContent } from "@lingxi/core/roadshow/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, inputOf } from "./draft.ts";

export const check = (draft: Draft) => problemsOf(ScoreContent, inputOf(draft));
