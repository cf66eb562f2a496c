import { MeetingSetup } from "@lingxi/core/meeting/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, toContent } from "./draft.ts";

export const check = (draft: Draft) => problemsOf(MeetingSetup, toContent(draft));
