import { SendingRules } from "@lingxi/core/campaign/sending-schema";
import { problemsOf } from "../../form/check.ts";
import { type RulesDraft, toRules } from "./rules-draft.ts";

export const check = (draft: RulesDraft) => problemsOf(SendingRules, toRules(draft));
