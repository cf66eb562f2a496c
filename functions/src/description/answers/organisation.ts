import { confirmClaim, countClaims, listClaims, listOrganisations, releaseOrganisation } from "@lingxi/core/organisation";
import { Claims, Confirmed, Organisations, Released } from "@lingxi/core/organisation/answer-schema";
import { Waiting } from "@lingxi/core/platform/answer-schema";
import type { Answer } from "./answer.ts";
import { answer } from "./answer.ts";

export const organisation: readonly Answer[] = [
  answer(listOrganisations, Organisations),
  answer(listClaims, Claims),
  answer(countClaims, Waiting),
  answer(confirmClaim, Confirmed),
  answer(releaseOrganisation, Released),
];
