import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, timingSafeEqual, verify } from "node:crypto";

/** Keyed digests: addresses in keys, and secret links. The first secret makes digests, all of them are accepted, so that secrets can be rotated. */
export interface Keys {
  /** HMAC-SHA-256 of the text under a key of its own for each purpose; 22 characters (132 bits), base64url. */
  digest(purpose: string, text: string): string;
  /** The same by every secret that is still accepted, the newest first: where a record may lie that an older secret named. */
  digests(purpose: string, text: string): string[];
  /** Whether the digest was made from the text, by any secret that is still accepted. Takes constant time. */
  verify(purpose: string, text: string, digest: string): boolean;
  /** Ed25519 over the text with a key pair of its own for each purpose: 64 bytes, always the same for the same text. Whoever has the public key can check it. */
  sign(purpose: string, text: string): Uint8Array;
  /** Whether the signature was made from the text, with any secret that is still accepted. */
  signed(purpose: string, text: string, signature: Uint8Array): boolean;
  /** The public keys (32 bytes each) that check what was signed for the purpose, the newest first. */
  publicKeys(purpose: string): Uint8Array[];
}

/** PKCS #8 of an Ed25519 key up to its seed, RFC 8410. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

export function createKeys(secrets: readonly [string, ...string[]]): Keys {
  const make = (secret: string, purpose: string, text: string) =>
    createHmac("sha256", secret).update(purpose).update("\0").update(text.normalize("NFC")).digest("base64url").slice(0, 22);
  const pairs = new Map<string, readonly { readonly private: KeyObject; readonly public: KeyObject }[]>();
  const pairsOf = (purpose: string) => {
    const known = pairs.get(purpose);
    if (known) return known;
    const made = secrets.map((secret) => {
      const seed = createHmac("sha256", secret).update("ed25519").update("\0").update(purpose).digest();
      const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
      return { private: key, public: createPublicKey(key) };
    });
    pairs.set(purpose, made);
    return made;
  };
  return {
    sign(purpose, text) {
      const [pair] = pairsOf(purpose);
      if (!pair) throw new Error("There is no secret to sign with.");
      return sign(null, Buffer.from(text.normalize("NFC")), pair.private);
    },
    signed: (purpose, text, signature) =>
      pairsOf(purpose).some((pair) => verify(null, Buffer.from(text.normalize("NFC")), pair.public, signature)),
    publicKeys: (purpose) =>
      pairsOf(purpose).map((pair) => new Uint8Array(pair.public.export({ format: "der", type: "spki" }).subarray(-32))),
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
