import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { Activity, Registration, registrationsOf } from "./entity.ts";
import { activityMissing } from "./schema.ts";

/** The lots that a draw gave, by registration number, a page at a time: what anyone needs to run it again. Names nobody. */
export const listLots = command({
  input: Paging.extend({ activityId: z.string().max(40) }),
  access: "public",
  async run(ctx, { activityId, limit, cursor }): Promise<{ items: { registration: string; lot: string }[]; cursor?: string }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.status !== "published") throw new DomainError(activityMissing);
    if (!activity.draw?.drawnAt) return { items: [] };
    const page = await Registration.list(ctx, { pk: registrationsOf(activityId), limit, cursor });
    return {
      ...(page.cursor ? { cursor: page.cursor } : {}),
      items: page.items.flatMap(({ id, lot }) => (lot ? [{ registration: id, lot }] : [])),
    };
  },
});
