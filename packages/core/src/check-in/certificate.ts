import * as z from "zod";
import { activityAtDoor, holdersOf, openRegistration } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Locale } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { printCertificate } from "./certificate-sheet.ts";
import { Entries } from "./entity.ts";
import { certificateUnknown, notAttended, notOverYet } from "./schema.ts";

/** What a certificate says, and all that its verification shows. */
export interface Certificate {
  readonly name: string;
  readonly organisation: string;
  readonly activity: Localised;
  readonly venue: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

interface Named {
  readonly activityId: string;
  readonly person: string;
  readonly id: string;
}
const proof = ({ activityId, person, id }: Named) => `${activityId}|${person}|${id}`;

/** The certificate of somebody who came, once the activity is over. @throws DomainError `certificate.not-attended`, `certificate.not-over` */
async function certificateOf(ctx: Ctx, { activityId, person, id }: Named, name: string, organisation: string) {
  const [activity, entry] = await Promise.all([activityAtDoor(ctx, activityId), Entries.find(ctx, { activityId, person })]);
  if (activity.endsAt > ctx.now().toISOString()) throw new DomainError(notOverYet);
  if (entry?.status !== "in" || entry.registrationId !== id) throw new DomainError(notAttended);
  const { title, venue, startsAt, endsAt, timeZone } = activity;
  const certificate: Certificate = { name, organisation, activity: title, venue, startsAt, endsAt, timeZone };
  return { certificate, at: entry.at };
}

/** The certificate of attendance as a PDF, by the secret link of a registration. */
export const printAttendance = command({
  input: z.object({ token: z.string().max(200), locale: Locale }),
  access: "public",
  async run(ctx, { token, locale }): Promise<{ bytes: Uint8Array }> {
    const registration = await openRegistration(ctx, token);
    const { certificate, at } = await certificateOf(ctx, registration, registration.name, registration.organisation);
    const { activityId, person } = registration;
    const code = `${activityId}.${person}.${ctx.keys.digest("certificate", proof(registration))}`;
    const address = `${ctx.origin}${locale === "en" ? "/en" : ""}/certificates/${code}`;
    return { bytes: await printCertificate(ctx.fonts, certificate, { locale, address, date: at }) };
  },
});

/**
 * Whether a certificate is genuine: what stands on it, and nothing else. One whose entry was taken back, or whose person is erased, is no more.
 * @throws DomainError `certificate.unknown`
 */
export const verifyCertificate = command({
  input: z.object({ code: z.string().max(200) }),
  access: "public",
  async run(ctx, { code }): Promise<Certificate> {
    const [activityId = "", person = "", digest = "", ...rest] = code.split(".");
    const holder = person && !rest.length ? (await holdersOf(ctx, activityId, [person])).get(person) : undefined;
    if (!holder?.name || !ctx.keys.verify("certificate", proof(holder), digest)) throw new DomainError(certificateUnknown);
    try {
      return (await certificateOf(ctx, holder, holder.name, holder.organisation)).certificate;
    } catch (error) {
      throw error instanceof DomainError ? new DomainError(certificateUnknown) : error;
    }
  },
});
