import * as z from "zod";
import type { Question } from "../form/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { Activity, Registration, type RegistrationRecord, Seats, waitingOf } from "./entity.ts";
import { formOf } from "./fill-in.ts";
import { companionsOf, type Member } from "./group.ts";
import { openLink, registrationToken, ticketCode, transferToken } from "./link.ts";
import { type Online, onlineOf } from "./online.ts";
import { fullQuotas, isOpen, isUndrawn } from "./policy.ts";
import { toPublic } from "./public-view.ts";
import { activityMissing, type PublicActivity } from "./schema.ts";

interface OwnForm {
  readonly number: number;
  readonly questions: readonly Question[];
  /** Whether answers can still be changed. */
  readonly open: boolean;
}

interface OwnCompanion {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly status: RegistrationRecord["status"];
  /** An address was given for it, which has a link of its own. */
  readonly addressed: boolean;
  readonly token?: string;
}

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
    | "answers"
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
  /** The version of the form that was answered, or the present one where none was. */
  readonly form?: OwnForm;
  /** Rises with each change; a form sends it back, so that two tabs do not overwrite each other. */
  readonly version: number;
  /** 1 for the next in line for this ticket type; absent past the first hundred, and before a draw. */
  readonly position?: number;
  /** While one waits: the quotas that are full, `whole` for the activity's places. Others who need none of them may be seated before. */
  readonly waitsFor?: readonly string[];
  /** Whom the holder brings, with the link to the seat of who has no address. */
  readonly group?: readonly OwnCompanion[];
  /** How many wait together. */
  readonly party?: number;
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
    const { ticket, answers, pooled, lot, remark, offerExpiresAt, cancelledBecause } = found;
    const form = await formOf(ctx, activityId, found.form ?? seats?.form);
    const group = await companionsOf(ctx, found);
    const size = found.party ?? 1;
    let position = 0;
    if (status === "waitlisted" && !(seats && isUndrawn(seats))) {
      const { items } = await Registration.list(ctx, { index: "byState", pk: waitingOf(activityId, ticket, size), limit: 100 });
      position = items.findIndex((r) => r.person === found.person) + 1;
    }
    return {
      activity: toPublic(activity, seats, ctx.now()),
      registration: {
        ...{ id, name, organisation, email, phone, interest, locale, status, consent },
        ...{ ticket, answers, pooled, lot, remark, offerExpiresAt, cancelledBecause },
      },
      version,
      ...(form?.questions.length
        ? {
            form: {
              number: form.number,
              questions: form.questions,
              open: Boolean(seats && isOpen(seats, ctx.now().toISOString())),
            },
          }
        : {}),
      ...(group.length ? { group: group.map((one) => seen(ctx, one)) } : {}),
      ...(found.party ? { party: found.party } : {}),
      ...(position ? { position } : {}),
      ...(status === "waitlisted" && seats ? { waitsFor: fullQuotas(seats, ticket, size) } : {}),
      ...(status === "confirmed"
        ? { ticket: ticketCode(ctx, found), transfer: transferToken(ctx, found), ...onlineOf(activity, found) }
        : {}),
    };
  },
});

function seen(ctx: Ctx, member: Member): OwnCompanion {
  const { id, name, organisation, status, addressed = false } = member;
  return { id, name, organisation, status, addressed, ...(addressed ? {} : { token: registrationToken(ctx, member) }) };
}
