import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { Talent } from "./entity.ts";
import { talentLetter } from "./letter.ts";
import { talentMissing } from "./schema.ts";

/** The mails that an application makes, named by the event that makes them. */
const tellings = ["applied", "approved", "declined", "link-asked"] as const;
export type TalentTelling = (typeof tellings)[number];

/**
 * Tells a person by mail what became of the application: one mail for each event, however often the event is delivered.
 * Says nothing when the state has moved on, and nothing to who has left.
 */
export const tellTalent = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    telling: z.enum(tellings),
    talentId: z.string(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, telling, talentId, silence }): Promise<MailStatus | "moved-on"> {
    const talent = await Talent.get(ctx, { id: talentId }, talentMissing);
    if (talent.status === "withdrawn") return "moved-on";
    if (telling !== "link-asked" && talent.status !== telling) return "moved-on";
    const template = `talent-${telling}`;
    return sendOnce(ctx, { key: `${eventId}-${template}`, template, message: talentLetter(ctx, telling, talent), silence });
  },
});
