import * as z from "zod";

export const DigestState = z
  .object({ on: z.boolean().describe("Mails about new matches go to the holder of the link.") })
  .meta({ id: "DigestState", description: "Whether somebody gets the daily mail about new matches." });
