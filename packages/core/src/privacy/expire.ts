import * as z from "zod";
import { idleAccounts } from "../account/reactions.ts";
import { expireRegistrations } from "../activity/reactions.ts";
import { expireContacts } from "../campaign/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { eraseOne, heldOn } from "./everywhere.ts";

/** Erases what records say of people once the time that was promised is over. Records that go as a whole have an expiry of their own. */
export const expirePersonal = command({
  input: z.object({}),
  access: "system",
  run: async (ctx): Promise<{ registrations: number; contacts: number; accounts: number }> => ({
    registrations: await expireRegistrations(ctx),
    contacts: await expireContacts(ctx),
    accounts: await closeIdle(ctx),
  }),
});

/** Closes accounts that nobody uses any more; what their holders have goes on by its own links. */
async function closeIdle(ctx: Ctx): Promise<number> {
  let closed = 0;
  for (const person of await idleAccounts(ctx))
    for (const { kind, id } of await heldOn(ctx, [person], ["membership", "account"])) {
      const erased = await eraseOne(ctx, [person], kind, id);
      if (kind === "account") closed += erased;
    }
  return closed;
}
