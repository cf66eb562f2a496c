export {
  claimsByName,
  confirmClaim,
  countClaims,
  listClaims,
  listOrganisations,
  refuseClaim,
  releaseOrganisation,
} from "./claims.ts";
export { isCreditCode } from "./code-schema.ts";
export { approveMember, leaveOrganisation, makeOwner, refuseMember, removeMember, stepDown } from "./decide.ts";
export { joinOrganisation } from "./join.ts";
export { endCodeLetThrough, letCodeThrough, listCodesLetThrough } from "./let-through.ts";
export { describeOrganisation, ownMemberships, ownOrganisationView, thingsOfOrganisation } from "./see.ts";
