import * as z from "zod";
import { idleAccounts } from "../account/reactions.ts";
import { expireRegistrations } from "../activity/reactions.ts";
import { expireContacts } from "../campaign/reactions.ts";
import { expireDemands } from "../demand/reactions.ts";
import { expireMeetings } from "../meeting/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { expireProjects } from "../project/reactions.ts";
import { expireRoadshows } from "../roadshow/reactions.ts";
import { expireTalents } from "../talent/reactions.ts";
import { eraseOne, heldOn } from "./everywhere.ts";

/** How many records of each kind were emptied. */
type Expired = Readonly<
  Record<"registrations" | "meetings" | "projects" | "demands" | "talents" | "roadshows" | "contacts" | "accounts", number>
>;

/** Erases what records say of people once the time that was promised is over, field by field. What is left of them the table tidies away later. */
export const expirePersonal = command({
  input: z.object({}),
  access: "system",
  run: async (ctx): Promise<Expired> => ({
    registrations: await expireRegistrations(ctx),
    meetings: await expireMeetings(ctx),
    projects: await expireProjects(ctx),
    demands: await expireDemands(ctx),
    talents: await expireTalents(ctx),
    roadshows: await expireRoadshows(ctx),
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
