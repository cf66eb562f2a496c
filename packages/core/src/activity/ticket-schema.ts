/**
 * The code of a ticket: `LX2.<activity>.<person>.<registration>.<signature>` in capitals, digits and points alone, so that a QR code takes 5.5
 * bits a character and a hand-held scanner types it whatever keyboard or input method is chosen. Pure and light: it also runs on the device at
 * the door.
 */
export interface Ticket {
  /** `act_` and 26 characters. */
  readonly activityId: string;
  /** The keyed digest by which the registration lies: 22 characters, base64url. */
  readonly person: string;
  /** `reg_` and 26 characters. */
  readonly registrationId: string;
}

export interface SignedTicket extends Ticket {
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array<ArrayBuffer>;
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const widths = { person: 22, personCode: 27, signature: 64, signatureCode: 103 } as const;

/** What is signed. */
export const signedText = ({ activityId, person, registrationId }: Ticket): string => `${activityId}|${person}|${registrationId}`;

function toNumber(text: string, digits: string): bigint | undefined {
  let number = 0n;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit < 0) return undefined;
    number = number * BigInt(digits.length) + BigInt(digit);
  }
  return number;
}

function toText(number: bigint, digits: string, width: number): string {
  let text = "";
  for (let rest = number; text.length < width; rest /= BigInt(digits.length))
    text = digits.charAt(Number(rest % BigInt(digits.length))) + text;
  return text;
}

const withoutPrefix = (id: string) => id.slice(id.indexOf("_") + 1).toUpperCase();

export function writeTicket(ticket: Ticket, signature: Uint8Array): string {
  const person = toText(toNumber(ticket.person, base64) ?? 0n, base32, widths.personCode);
  const hex = Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const signed = toText(BigInt(`0x${hex}`), base32, widths.signatureCode);
  return ["LX2", withoutPrefix(ticket.activityId), person, withoutPrefix(ticket.registrationId), signed].join(".");
}

const shape = new RegExp(
  `^LX2\\.([0-9A-Z]{26})\\.([${base32}]{${widths.personCode}})\\.([0-9A-Z]{26})\\.([${base32}]{${widths.signatureCode}})$`,
);

/** What a scanned text says; undefined where it is no ticket of this product. Whether the signature holds is not looked at. */
export function readTicket(text: string): SignedTicket | undefined {
  const [, activity, person = "", registration, signed = ""] = shape.exec(text.normalize("NFKC").trim().toUpperCase()) ?? [];
  if (!activity || !registration) return undefined;
  const [who, signature] = [toNumber(person, base32), toNumber(signed, base32)];
  if (who === undefined || signature === undefined || who >> 132n || signature >> 512n) return undefined;
  const hex = signature.toString(16).padStart(widths.signature * 2, "0");
  return {
    activityId: `act_${activity.toLowerCase()}`,
    person: toText(who, base64, widths.person),
    registrationId: `reg_${registration.toLowerCase()}`,
    signature: Uint8Array.from({ length: widths.signature }, (_, n) => Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16)),
  };
}
