import { SetOfficialText } from "@lingxi/core/publication/official-schema";
import { problemsOf } from "../../form/check.ts";
import type { Draft } from "./policy.tsx";

export const check = (draft: Draft) => problemsOf(SetOfficialText, { ...draft, version: 0 });
