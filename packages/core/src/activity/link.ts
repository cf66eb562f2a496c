import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Registration, type RegistrationRecord } from "./entity.ts";
import { registrationMissing } from "./schema.ts";

type Named = Pick<RegistrationRecord, "activityId" | "person" | "id">;
const proof = (r: Named) => `${r.activityId}|${r.person}|${r.id}`;

/** The secret part of the link that lets a person see, change or cancel. Holds no address; dies with the registration it was made for. */
export const registrationToken = (ctx: Ctx, r: Named) =>
  `${r.activityId}.${r.person}.${ctx.keys.digest("registration-link", proof(r))}`;

/** What the ticket's code says: for check-in only, it opens no page. */
export const ticketCode = (ctx: Ctx, r: Named) => `LX1.${r.activityId}.${r.person}.${ctx.keys.digest("ticket", proof(r))}`;

/** The secret part of the link by which the holder passes the seat on; it opens nothing else. */
export const transferToken = (ctx: Ctx, r: Named) => `${r.activityId}.${r.person}.${ctx.keys.digest("transfer-link", proof(r))}`;

/** The registration that a secret link opens. @throws DomainError `registration.not-found` */
export const openLink = (ctx: Ctx, token: string) => open(ctx, token, "registration-link");
export const openTransfer = (ctx: Ctx, token: string) => open(ctx, token, "transfer-link");

async function open(ctx: Ctx, token: string, purpose: string) {
  const [activityId, person, secret, ...rest] = token.split(".");
  if (!activityId || !person || !secret || rest.length) throw new DomainError(registrationMissing);
  const registration = await Registration.get(ctx, { activityId, person }, registrationMissing);
  if (!ctx.keys.verify(purpose, proof(registration), secret)) throw new DomainError(registrationMissing);
  return registration;
}
