export { inviteGuests, previewGuests } from "./choose.ts";
export { countGuests, followInvitation, listGuests, seeInvitation } from "./follow.ts";
