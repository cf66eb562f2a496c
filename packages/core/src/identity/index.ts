export { anotherMay, changeMember, disableMember, enableMember, inviteMember, listMembers, readMember } from "./members.ts";
export { readMyself, whoAmI } from "./myself.ts";
export { beginPasskeySignIn, signInWithPasskey } from "./passkey-sign-in.ts";
export { addPasskey, beginPasskey, removePasskey } from "./passkeys.ts";
export { confirmRecovery, proposeRecovery, withdrawRecovery } from "./recovery.ts";
export { endOtherSessions, endOwnSession } from "./sessions.ts";
export { askSignInLink, type Entered, issueSetUpLink, signIn } from "./sign-in.ts";
export { membersWith, type Named, namedMember, reachMember } from "./with-role.ts";
export { endWithoutPasskey, letWithoutPasskey } from "./without-passkey.ts";
