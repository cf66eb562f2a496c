import { tellStaff } from "@lingxi/core/workspace/reactions";
import { subscriber } from "../subscriber.ts";

/** Tells those who have a use for it, in the console's inbox. */
export const handler = subscriber("tell-staff", tellStaff);
