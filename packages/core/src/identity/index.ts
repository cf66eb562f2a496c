export { actorOf, endSession, findSession, issueSignInLink, type SignedIn, signIn } from "./session.ts";
