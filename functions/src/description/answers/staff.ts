import { readTrail } from "@lingxi/core/audit";
import { TrailRow } from "@lingxi/core/audit/answer-schema";
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
  inviteMember,
  listMembers,
  proposeRecovery,
  readMember,
  readMyself,
  signIn,
  signInWithPasskey,
  whoAmI,
  withdrawRecovery,
} from "@lingxi/core/identity";
import {
  Ended,
  LinkAsked,
  Members,
  MemberView,
  Myself,
  Opened,
  PasskeyOptions,
  SignedIn,
} from "@lingxi/core/identity/answer-schema";
import { Made, pageOf, Versioned } from "@lingxi/core/platform/answer-schema";
import {
  findThings,
  listNotices,
  listWork,
  readPulse,
  readToday,
  seeNotices,
  startWork,
  stopWork,
  tellWork,
} from "@lingxi/core/workspace";
import { Notices, Pulse, Seen, StopAsked, Things, Today, WorkList } from "@lingxi/core/workspace/answer-schema";
import { type Answer, answer } from "./answer.ts";

export const staff: readonly Answer[] = [
  answer(whoAmI, SignedIn),
  answer(askSignInLink, LinkAsked),
  // The session itself goes into a cookie.
  answer(signIn, Opened),
  answer(signInWithPasskey, Opened),
  [beginPasskeySignIn, PasskeyOptions],
  [beginPasskey, PasskeyOptions],
  answer(addPasskey, Made),
  answer(listMembers, Members),
  answer(inviteMember, Made),
  answer(readMember, MemberView),
  answer(changeMember, Versioned),
  answer(disableMember, Versioned),
  answer(enableMember, Versioned),
  answer(proposeRecovery, Versioned),
  answer(confirmRecovery, Versioned),
  answer(withdrawRecovery, Versioned),
  answer(readMyself, Myself),
  answer(endOtherSessions, Ended),
  answer(readTrail, pageOf(TrailRow)),
  answer(readToday, Today),
  answer(findThings, Things),
  answer(listNotices, Notices),
  answer(seeNotices, Seen),
  answer(listWork, WorkList),
  answer(startWork, Made),
  answer(stopWork, Made),
  answer(tellWork, StopAsked),
  answer(readPulse, Pulse),
];
