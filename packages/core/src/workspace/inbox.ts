import * as z from "zod";
import { type Actor, actorName, reaches, roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { allNotices, type NoticeRecord, Notices, Seen } from "./entity.ts";
import type { Notice } from "./schema.ts";

/** Looked through and shown at most: whoever was away longer looks at the overview. */
const looked = 200;
const shown = 50;

/** Whether a notice is for somebody: by name, or by a role that holds for what it is about; an administrator hears what any role hears. */
export function isFor(
  { roles: wanted, staffId, chains }: Pick<NoticeRecord, "roles" | "staffId" | "chains">,
  actor: Actor,
): boolean {
  if (actor.kind !== "staff") return false;
  if (staffId !== undefined) return staffId === actor.id;
  return reaches(actor, wanted, { chains });
}

/** The newest notices for the one who asks. */
export async function noticesFor(ctx: Ctx): Promise<Notice[]> {
  const { items } = await Notices.list(ctx, { pk: allNotices, limit: looked, newestFirst: true });
  return items
    .filter((notice) => isFor(notice, ctx.actor))
    .slice(0, shown)
    .map(({ id, kind, at, about }) => ({ id, kind, at, about }));
}

/** What happened that is of use to the one who asks, the newest first, and up to which of it was seen before. */
export const listNotices = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  async run(ctx): Promise<{ items: readonly Notice[]; seen?: string | undefined }> {
    const [items, seen] = await Promise.all([noticesFor(ctx), Seen.find(ctx, { staffId: actorName(ctx.actor) })]);
    return { items, seen: seen?.upTo };
  },
});

/** Notes up to which notice somebody has seen them. */
export const seeNotices = command({
  input: z.object({
    upTo: z
      .string()
      .max(80)
      .transform((text) => text.toWellFormed()),
  }),
  access: roles,
  scope: "itself",
  async run(ctx, { upTo }): Promise<{ seen: string }> {
    const staffId = actorName(ctx.actor);
    await ctx.table.write(
      [
        Seen.update(ctx, { staffId }, "SET #staffId = :staffId, #upTo = :upTo", {
          values: { ":staffId": staffId, ":upTo": upTo },
        }),
      ],
      "",
    );
    return { seen: upTo };
  },
});
