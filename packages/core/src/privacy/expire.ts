import * as z from "zod";
import { expireRegistrations } from "../activity/reactions.ts";
import { expireContacts } from "../campaign/reactions.ts";
import { command } from "../platform/command.ts";

/** Erases what records say of people once the time that was promised is over. Records that go as a whole have an expiry of their own. */
export const expirePersonal = command({
  input: z.object({}),
  access: "system",
  run: async (ctx): Promise<{ registrations: number; contacts: number }> => ({
    registrations: await expireRegistrations(ctx),
    contacts: await expireContacts(ctx),
  }),
});
