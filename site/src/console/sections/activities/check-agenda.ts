import { Agenda } from "@lingxi/core/activity/agenda-schema";
import { problemsOf } from "../../form/check.ts";
import { type AgendaDraft, toAgenda } from "./agenda-draft.ts";

export const checkAgenda = (draft: AgendaDraft, timeZone: string) => problemsOf(Agenda, toAgenda(draft, timeZone));
