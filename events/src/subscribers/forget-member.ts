import { forgetMember } from "@lingxi/core/privacy/reactions";
import { subscriber } from "../subscriber.ts";

/** Erases what the console kept for somebody whose account ended. */
export const handler = subscriber("forget-member", forgetMember);
