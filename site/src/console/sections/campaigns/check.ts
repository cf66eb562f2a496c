import { CampaignContent } from "@lingxi/core/campaign/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, toContent } from "./draft.ts";

export const check = (draft: Draft) => problemsOf(CampaignContent, toContent(draft));
