export { appendTrail, isTold, type Told } from "./append.ts";
export { publicKey, publicText, signingKey } from "./chain.ts";
export { findHead, wholeTrail } from "./read-trail.ts";
export { type Anchor, type Finding, verifyTrail } from "./verify.ts";
