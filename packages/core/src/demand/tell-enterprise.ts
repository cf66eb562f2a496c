import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { Demand } from "./entity.ts";
import { demandLetter } from "./letter.ts";
import { DemandStatus, demandMissing } from "./schema.ts";

/**
 * Tells the contact by mail what became of the need: one mail for each event, however often the event is delivered.
 * Says nothing when the state has moved on, since the later event has a mail of its own.
 */
export const tellEnterprise = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    /** The state that the need came into. */
    status: DemandStatus,
    demandId: z.string(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, status, demandId, silence }): Promise<MailStatus | "moved-on"> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.status !== status || !demand.contact.email) return "moved-on";
    const template = `demand-${status}`;
    return sendOnce(ctx, { key: `${eventId}-${template}`, template, message: demandLetter(ctx, demand), silence });
  },
});
