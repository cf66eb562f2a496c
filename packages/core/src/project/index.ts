export { deriveProjectEvents, type ProjectFact } from "./events.ts";
export { listAccepted } from "./list-accepted.ts";
export { changeProject, seeProject, withdrawOwnProject } from "./own.ts";
export { countWaitingProjects, getProject, listProjects, listPublicProjects, readProject } from "./read.ts";
export { declineProject, publishProject, requestChanges, translateProject, withdrawProject } from "./review.ts";
export { type HeldProject, openProject, projectsById, projectToSubmit } from "./stage.ts";
export { type SubmitAnswer, submitProject } from "./submit.ts";
