import * as z from "zod";
import { command } from "../platform/command.ts";
import { clearLog } from "./log.ts";
import { purgeSnapshots } from "./snapshot.ts";

/**
 * Takes documents that were removed out of what is stored: their text goes from the log, and from the store every snapshot that holds them. Until then they
 * are not found any more, but still lie there. Doing it twice changes nothing.
 */
export const forgetRemoved = command({
  input: z.object({ removed: z.array(z.object({ document: z.string().max(100), at: z.string().max(40) })).max(100) }),
  access: "system",
  async run(ctx, { removed }): Promise<void> {
    await clearLog(ctx, removed);
    await purgeSnapshots(
      ctx,
      removed.map(({ document }) => document),
    );
  },
});
