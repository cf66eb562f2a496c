import { EnterDemand } from "@lingxi/core/demand/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, toContent } from "./draft.ts";

/** Of a state secret nothing is looked at. */
export const check = (draft: Draft) => (draft.secrecy === "state-secret" ? [] : problemsOf(EnterDemand, toContent(draft)));
