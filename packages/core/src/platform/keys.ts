import { createHmac, timingSafeEqual } from "node:crypto";

/** Keyed digests: addresses in keys, and secret links. The first secret makes digests, all of them are accepted, so that secrets can be rotated. */
export interface Keys {
  /** HMAC-SHA-256 of the text under a key of its own for each purpose; 22 characters (132 bits), base64url. */
  digest(purpose: string, text: string): string;
  /** The same by every secret that is still accepted, the newest first: where a record may lie that an older secret named. */
  digests(purpose: string, text: string): string[];
  /** Whether the digest was made from the text, by any secret that is still accepted. Takes constant time. */
  verify(purpose: string, text: string, digest: string): boolean;
}

export function createKeys(secrets: readonly [string, ...string[]]): Keys {
  const make = (secret: string, purpose: string, text: string) =>
    createHmac("sha256", secret).update(purpose).update("\0").update(text.normalize("NFC")).digest("base64url").slice(0, 22);
  return {
    digest: (purpose, text) => make(secrets[0], purpose, text),
    digests: (purpose, text) => secrets.map((secret) => make(secret, purpose, text)),
    verify: (purpose, text, digest) =>
      secrets.some((secret) => {
        const expected = Buffer.from(make(secret, purpose, text));
        const given = Buffer.from(digest);
        return expected.length === given.length && timingSafeEqual(expected, given);
      }),
  };
}
