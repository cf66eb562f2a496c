import {
  confirmClaim,
  countClaims,
  endCodeLetThrough,
  letCodeThrough,
  listClaims,
  listCodesLetThrough,
  listOrganisations,
  releaseOrganisation,
} from "@lingxi/core/organisation";
import { Claims, Codes, Confirmed, Organisations, Versioned } from "@lingxi/core/organisation/answer-schema";
import { Waiting } from "@lingxi/core/platform/answer-schema";
import type { Answer } from "./answer.ts";
import { answer } from "./answer.ts";

export const organisation: readonly Answer[] = [
  answer(listOrganisations, Organisations),
  answer(listClaims, Claims),
  answer(countClaims, Waiting),
  answer(confirmClaim, Confirmed),
  answer(releaseOrganisation, Versioned),
  answer(listCodesLetThrough, Codes),
  answer(letCodeThrough, Versioned),
  answer(endCodeLetThrough, Versioned),
];
