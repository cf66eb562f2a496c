import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { erasedRegistration, Registration, type RegistrationRecord, Seats } from "./entity.ts";
import { openLink } from "./link.ts";
import type { RegistrationStatus } from "./schema.ts";

/** Cancels by the secret link: gives the seat or the place in the queue back in the same transaction. Doing it twice changes nothing. */
export const cancelRegistration = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<{ status: RegistrationStatus }> {
    const registration = await openLink(ctx, token);
    if (registration.status !== "cancelled") await release(ctx, registration, "person");
    return { status: "cancelled" };
  },
});

/** @throws DomainError `record.changed` when it changed since it was read. */
export function release(
  ctx: Ctx,
  registration: RegistrationRecord & Stored,
  because: NonNullable<RegistrationRecord["cancelledBecause"]>,
): Promise<void> {
  const counter = registration.status === "waitlisted" ? "waiting" : "taken";
  return save(
    ctx,
    Registration.change(ctx, registration, {
      status: "cancelled",
      cancelledBecause: because,
      offerExpiresAt: undefined,
      sequence: registration.sequence + (registration.status === "confirmed" ? 1 : 0),
      ...(because === "erased" ? erasedRegistration : {}),
    }),
    Seats.update(ctx, { activityId: registration.activityId }, `SET #${counter} = #${counter} - :one`, {
      condition: `#${counter} > :none`,
      values: { ":one": 1, ":none": 0 },
    }),
  );
}
