import { FormContent } from "@lingxi/core/form/schema";
import { problemsOf } from "../../../form/check.ts";
import { type FormDraft, toContent } from "./draft.ts";

export const check = (draft: FormDraft) => problemsOf(FormContent, toContent(draft));
