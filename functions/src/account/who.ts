import { findAccountSession } from "@lingxi/core/account/session";
import { actorBy } from "../api/middleware/actor.ts";
import { keepParticipant, readParticipantCookie } from "../api/middleware/cookies.ts";

/** Participants: known by a cookie of their own, and by this function alone. Its pages are somebody's own, so that a new cookie may go with each. */
export const participants = actorBy({
  read: readParticipantCookie,
  find: findAccountSession,
  keep: keepParticipant,
  keeps: () => true,
});
