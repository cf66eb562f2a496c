import {
  acceptOffer,
  cancelActivity,
  cancelRegistration,
  createActivity,
  editActivity,
  getActivity,
  listActivities,
  listPublicActivities,
  listRegistrations,
  publishActivity,
  readActivity,
  register,
  seeRegistration,
} from "@lingxi/core/activity";
import {
  ActivityRow,
  Moved,
  OwnRegistration,
  PublicActivity,
  RegisterAnswer,
  RegistrationRow,
} from "@lingxi/core/activity/answer-schema";
import { Made, pageOf, Versioned } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const activity = [
  answer(listPublicActivities, pageOf(PublicActivity)),
  answer(readActivity, PublicActivity),
  answer(register, RegisterAnswer),
  answer(seeRegistration, OwnRegistration),
  answer(acceptOffer, Moved),
  answer(cancelRegistration, Moved),
  answer(listActivities, pageOf(ActivityRow)),
  answer(getActivity, ActivityRow),
  answer(createActivity, Made),
  answer(editActivity, Versioned),
  answer(publishActivity, Versioned),
  answer(cancelActivity, Versioned),
  answer(listRegistrations, pageOf(RegistrationRow)),
];
