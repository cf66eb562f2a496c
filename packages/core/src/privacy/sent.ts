import * as z from "zod";
import { type SentRow, sentTo } from "../campaign/reactions.ts";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { ownDigests } from "../platform/participant.ts";
import { Paging } from "../platform/schema.ts";
import { openHolder } from "./open.ts";

/** Everything that was sent to the address of whoever used the link, the latest first: what, why, and what became of it. */
export const seeOwnMails = command({
  input: Paging.extend({ opened: z.string().max(300) }),
  access: "public",
  async run(ctx, { opened, limit, cursor }): Promise<Page<SentRow>> {
    return sentTo(ctx, (await openHolder(ctx, opened)).people, limit, cursor);
  },
});

/** The same for the participant who is signed in. */
export const seeMyMails = command({
  input: Paging,
  access: "participant",
  run: (ctx, { limit, cursor }): Promise<Page<SentRow>> => sentTo(ctx, ownDigests(ctx), limit, cursor),
});
