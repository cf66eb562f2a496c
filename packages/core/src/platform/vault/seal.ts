import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** What seals one person's values: keys that are prepared once, since a list opens hundreds of values. */
export interface PersonKey {
  /** Whom it belongs to: the keyed digest of the address, and how many keys this person had before. */
  readonly label: string;
  readonly encrypting: KeyObject;
  readonly naming: KeyObject;
}

/** Makes a key of a secret that belongs to nobody else. */
export function keyFrom(secret: Uint8Array, label: string): PersonKey {
  const bytes = Buffer.from(hkdfSync("sha256", createSecretKey(secret), "", `lingxi person key ${label}`, 64));
  return { label, encrypting: createSecretKey(bytes.subarray(0, 32)), naming: createSecretKey(bytes.subarray(32)) };
}

const format = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM; `place` is authenticated. The nonce is a keyed digest of place and text: the same text in the same place is the same bytes,
 * so that a change can be told from a write that changed nothing, and no nonce serves for two texts.
 * @returns format, nonce, text, tag: 29 bytes more than the text
 */
export function seal(key: PersonKey, place: string, text: string): Uint8Array {
  const iv = createHmac("sha256", key.naming)
    .update(`${Buffer.byteLength(place)}\0${place}\0${text}`)
    .digest()
    .subarray(0, ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key.encrypting, iv);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([Buffer.of(format), iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error for what another key sealed, for another place, and for bytes that were changed */
export function open(key: PersonKey, place: string, sealed: Uint8Array): string {
  if (sealed[0] !== format) throw new Error("a sealed value has a format that is not known");
  const decipher = createDecipheriv("aes-256-gcm", key.encrypting, sealed.subarray(1, 1 + ivBytes));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes, -tagBytes)), decipher.final()]).toString("utf8");
}
