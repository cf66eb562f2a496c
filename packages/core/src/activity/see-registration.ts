import * as z from "zod";
import { command } from "../platform/command.ts";
import { Activity, Registration, type RegistrationRecord, Seats, waitingOf } from "./entity.ts";
import { openLink, ticketCode } from "./link.ts";
import { toPublic } from "./public-view.ts";
import { activityMissing, type PublicActivity } from "./schema.ts";

/** What the holder of the secret link sees. */
export interface OwnRegistration {
  readonly activity: PublicActivity;
  readonly registration: Pick<
    RegistrationRecord,
    | "id"
    | "name"
    | "organisation"
    | "email"
    | "phone"
    | "interest"
    | "locale"
    | "status"
    | "offerExpiresAt"
    | "cancelledBecause"
    | "consent"
  >;
  /** Rises with each change; a form sends it back, so that two tabs do not overwrite each other. */
  readonly version: number;
  /** 1 for the next in line; absent past the first hundred. */
  readonly position?: number;
  /** What the QR code says; only with a seat. */
  readonly ticket?: string;
}

export const seeRegistration = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<OwnRegistration> {
    const found = await openLink(ctx, token);
    const { activityId } = found;
    const [activity, seats] = await Promise.all([
      Activity.get(ctx, { id: activityId }, activityMissing),
      Seats.find(ctx, { activityId }),
    ]);
    const { id, name, organisation, email, phone, interest, locale, status, offerExpiresAt, cancelledBecause, consent, version } =
      found;
    let position = 0;
    if (status === "waitlisted") {
      const { items } = await Registration.list(ctx, { index: "byState", pk: waitingOf(activityId), limit: 100 });
      position = items.findIndex((r) => r.person === found.person) + 1;
    }
    return {
      activity: toPublic(activity, seats, ctx.now()),
      registration: { id, name, organisation, email, phone, interest, locale, status, offerExpiresAt, cancelledBecause, consent },
      version,
      ...(position ? { position } : {}),
      ...(status === "confirmed" ? { ticket: ticketCode(ctx, found) } : {}),
    };
  },
});
