import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Registration, type RegistrationRecord } from "./entity.ts";
import { registrationMissing } from "./schema.ts";
import { type SignedTicket, signedText, writeTicket } from "./ticket-schema.ts";

type Named = Pick<RegistrationRecord, "activityId" | "person" | "id">;
const proof = (r: Named) => `${r.activityId}|${r.person}|${r.id}`;

/** The secret part of the link that lets a person see, change or cancel. Holds no address; dies with the registration it was made for. */
export const registrationToken = (ctx: Ctx, r: Named) =>
  `${r.activityId}.${r.person}.${ctx.keys.digest("registration-link", proof(r))}`;

/** What the ticket's code says: for check-in only, it opens no page. The same registration always has the same code. */
export const ticketCode = (ctx: Ctx, { activityId, person, id }: Named): string => {
  const ticket = { activityId, person, registrationId: id };
  return writeTicket(ticket, ctx.keys.sign("ticket", signedText(ticket)));
};

/** Whether we made this ticket. What became of its registration meanwhile is another question. */
export const isGenuine = (ctx: Ctx, { signature, ...ticket }: SignedTicket): boolean =>
  ctx.keys.signed("ticket", signedText(ticket), signature);

/** By which a device at the door checks tickets by itself: Ed25519, base64url, the newest first. */
export const ticketKeys = (ctx: Ctx): string[] =>
  ctx.keys.publicKeys("ticket").map((key) => Buffer.from(key).toString("base64url"));

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
