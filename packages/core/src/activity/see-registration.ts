import * as z from "zod";
import { command } from "../platform/command.ts";
import { Activity, Registration, type RegistrationRecord, Seats, waitingOf } from "./entity.ts";
import { openLink, ticketCode, transferToken } from "./link.ts";
import { type Online, onlineOf } from "./online.ts";
import { fullQuotas, isUndrawn } from "./policy.ts";
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
    | "ticket"
    | "pooled"
    | "lot"
    | "remark"
    | "offerExpiresAt"
    | "cancelledBecause"
    | "consent"
  >;
  /** Rises with each change; a form sends it back, so that two tabs do not overwrite each other. */
  readonly version: number;
  /** 1 for the next in line for this ticket type; absent past the first hundred, and before a draw. */
  readonly position?: number;
  /** While one waits: the quotas that are full, `whole` for the activity's places. Others who need none of them may be seated before. */
  readonly waitsFor?: readonly string[];
  /** With a confirmed seat: what its holder may pass on to somebody else. */
  readonly transfer?: string;
  /** What the QR code says; only with a seat. */
  readonly ticket?: string;
  /** How one takes part from afar; only with a seat. */
  readonly online?: Online;
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
    const { id, name, organisation, email, phone, interest, locale, status, consent, version } = found;
    const { ticket, pooled, lot, remark, offerExpiresAt, cancelledBecause } = found;
    let position = 0;
    if (status === "waitlisted" && !(seats && isUndrawn(seats))) {
      const { items } = await Registration.list(ctx, { index: "byState", pk: waitingOf(activityId, ticket), limit: 100 });
      position = items.findIndex((r) => r.person === found.person) + 1;
    }
    return {
      activity: toPublic(activity, seats, ctx.now()),
      registration: {
        ...{ id, name, organisation, email, phone, interest, locale, status, consent },
        ...{ ticket, pooled, lot, remark, offerExpiresAt, cancelledBecause },
      },
      version,
      ...(position ? { position } : {}),
      ...(status === "waitlisted" && seats ? { waitsFor: fullQuotas(seats, ticket) } : {}),
      ...(status === "confirmed"
        ? { ticket: ticketCode(ctx, found), transfer: transferToken(ctx, found), ...onlineOf(activity, found) }
        : {}),
    };
  },
});
