import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Registration } from "./entity.ts";
import { openLink } from "./link.ts";
import { offerOver, type RegistrationStatus, registrationCancelled } from "./schema.ts";

/** Takes the seat that is held. The seat was counted when it was offered, so one write confirms it. */
export const acceptOffer = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<{ status: RegistrationStatus }> {
    const registration = await openLink(ctx, token);
    const { status, offerExpiresAt = "" } = registration;
    if (status === "confirmed" || status === "waitlisted") return { status };
    if (status === "cancelled")
      throw new DomainError(registration.cancelledBecause === "offer-expired" ? offerOver : registrationCancelled);
    const confirmedAt = ctx.now().toISOString();
    if (offerExpiresAt <= confirmedAt) throw new DomainError(offerOver);
    await save(ctx, Registration.change(ctx, registration, { status: "confirmed", confirmedAt, offerExpiresAt: undefined }));
    return { status: "confirmed" };
  },
});
