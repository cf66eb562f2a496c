export type { DigestLine } from "./entity.ts";
export { type Digest, findDigest, listDue, settleDigest, takeLines } from "./outbox.ts";
