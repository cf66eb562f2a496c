export { issueSignInLink, signIn } from "./sign-in.ts";
