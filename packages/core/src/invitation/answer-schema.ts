import * as z from "zod";
import { listOf, pageOf, Time } from "../platform/answer-schema.ts";
import { guestStages, type PassedOver, passedOver } from "./schema.ts";

const why = z.enum(Object.keys(passedOver) as [PassedOver, ...PassedOver[]]);

export const GuestPreview = z
  .object({
    considered: z.int(),
    included: z.int(),
    excluded: z.partialRecord(why, z.int()).describe("How many are left out, by the reason."),
    items: listOf(
      z.object({ person: z.string(), name: z.string().optional(), organisation: z.string().optional(), why: why.optional() }),
    ),
  })
  .meta({ id: "GuestPreview" });
export const Invited = z.object({ round: z.string(), campaignId: z.string(), chosen: z.int() });
export const GuestCounts = z.object(
  Object.fromEntries(guestStages.map((stage) => [stage, z.int()])) as Record<(typeof guestStages)[number], z.ZodInt>,
);
export const Guests = pageOf(
  z
    .object({
      person: z.string(),
      name: z.string().optional(),
      organisation: z.string().optional(),
      stage: z.enum(guestStages),
      chosenAt: Time,
      openedAt: Time.optional().describe("When they went on from their link; opening a mail is not noted."),
    })
    .meta({ id: "Guest" }),
);
/** As the console has them. */
export type PreviewRow = z.infer<typeof GuestPreview>;
export type GuestRowView = z.infer<typeof Guests>["items"][number];
