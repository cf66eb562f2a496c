/** The door for the clock. */
export { sendDigests } from "./send-digests.ts";
