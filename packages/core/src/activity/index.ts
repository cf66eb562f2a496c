export { acceptOffer } from "./accept-offer.ts";
export { cancelRegistration } from "./cancel.ts";
export { changeRegistration } from "./change-registration.ts";
export { seatsKey } from "./entity.ts";
export { getActivity, listActivities, listPublicActivities, listRegistrations, readActivity } from "./read-activities.ts";
export { type RegisterAnswer, register } from "./register.ts";
export { cancelActivity, createActivity, editActivity, publishActivity } from "./run-activity.ts";
export { activitiesWithin } from "./scope.ts";
export { type OwnRegistration, seeRegistration } from "./see-registration.ts";
