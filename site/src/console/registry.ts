/** One line a section: it stands in the navigation, the overview and the palette by this. */

export { design } from "./design/section.ts";
export { activities } from "./sections/activities/section.ts";
export { audit } from "./sections/audit/section.ts";
export { campaigns } from "./sections/campaigns/section.ts";
export { cases } from "./sections/cases/section.ts";
export { demands } from "./sections/demands/section.ts";
export { jury } from "./sections/jury/section.ts";
export { matches } from "./sections/matches/section.ts";
export { me } from "./sections/me/section.ts";
export { meetings } from "./sections/meetings/section.ts";
export { members } from "./sections/members/section.ts";
export { organisations } from "./sections/organisations/section.ts";
export { pages } from "./sections/pages/section.ts";
export { patents } from "./sections/patents/section.ts";
export { policy } from "./sections/policy/section.ts";
export { projects } from "./sections/projects/section.ts";
export { roadshows } from "./sections/roadshows/section.ts";
export { talents } from "./sections/talents/section.ts";
export { webhooks } from "./sections/webhooks/section.ts";
