import { readTrail } from "@lingxi/core/audit";
import { TrailRow } from "@lingxi/core/audit/answer-schema";
import { pageOf } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const audit = [answer(readTrail, pageOf(TrailRow))];
