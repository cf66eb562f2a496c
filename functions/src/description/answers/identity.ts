import {
  addPasskey,
  askSignInLink,
  beginPasskey,
  beginPasskeySignIn,
  changeMember,
  confirmRecovery,
  disableMember,
  enableMember,
  endOtherSessions,
  endWithoutPasskey,
  inviteMember,
  letWithoutPasskey,
  listMembers,
  proposeRecovery,
  readMember,
  readMyself,
  whoAmI,
  withdrawRecovery,
} from "@lingxi/core/identity";
import {
  AllMembers,
  Asked,
  CreationOptions,
  Ended,
  Member,
  Mine,
  RequestOptions,
  WhoAmI,
} from "@lingxi/core/identity/answer-schema";
import { Made, Versioned } from "@lingxi/core/platform/answer-schema";
import type { Answer } from "./answer.ts";
import { answer } from "./answer.ts";

export const identity: readonly Answer[] = [
  answer(askSignInLink, Asked),
  answer(whoAmI, WhoAmI),
  answer(listMembers, AllMembers),
  answer(readMember, Member),
  answer(inviteMember, Made),
  answer(changeMember, Versioned),
  answer(disableMember, Versioned),
  answer(enableMember, Versioned),
  answer(proposeRecovery, Versioned),
  answer(confirmRecovery, Versioned),
  answer(withdrawRecovery, Versioned),
  answer(letWithoutPasskey, Versioned),
  answer(endWithoutPasskey, Versioned),
  answer(readMyself, Mine),
  answer(addPasskey, Made),
  answer(endOtherSessions, Ended),
  [beginPasskey, CreationOptions],
  [beginPasskeySignIn, RequestOptions],
];
