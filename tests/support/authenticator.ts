import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

interface Made {
  readonly credentialId: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
}

/** What a passkey may be copied to, and what a test makes of its counter. */
interface Ways {
  readonly multiDevice?: boolean;
  readonly origin?: string;
  counter?: number;
}

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const encode = (data: Uint8Array | string) => Buffer.from(data).toString("base64url");

/** A key for passkeys in software: it answers the options of the server as a browser with an authenticator does (ES256, no attestation). */
export function authenticator(ways: Ways = {}) {
  const { multiDevice = false, origin = "https://lingxi.example" } = ways;
  const host = new URL(origin).hostname;
  const keys: Made[] = [];
  const clientData = (type: string, challenge: unknown) =>
    encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = (flags: number, rest: Uint8Array = new Uint8Array()) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(ways.counter ?? 0);
    // User present and verified; may be copied, and is.
    return Buffer.concat([sha256(host), Buffer.from([flags | 0x05 | (multiDevice ? 0x18 : 0)]), counter, rest]);
  };

  return {
    ways,
    /** Answers what `…/me/passkeys/options` asked. */
    make(options: Record<string, unknown>) {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x = "", y = "" } = publicKey.export({ format: "jwk" }) as { x?: string; y?: string };
      const id = randomBytes(32);
      const cose = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, "base64url")],
          [-3, Buffer.from(y, "base64url")],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = data(0x40, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const attestation = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      keys.push({ credentialId: encode(id), userHandle: (options.user as { id: string }).id, privateKey });
      return {
        id: encode(id),
        rawId: encode(id),
        type: "public-key" as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", options.challenge),
          attestationObject: encode(attestation),
          transports: ["internal"],
        },
      };
    },
    /** Answers what `/api/session/passkey/options` asked, with the newest key or the one given. */
    sign(options: Record<string, unknown>, at = keys.length - 1) {
      const key = keys[at];
      if (!key) throw new Error("no passkey was made");
      const clientDataJSON = clientData("webauthn.get", options.challenge);
      const authData = data(0);
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
      return {
        id: key.credentialId,
        rawId: key.credentialId,
        type: "public-key" as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: encode(authData),
          signature: encode(createSign("sha256").update(signed).sign(key.privateKey)),
          userHandle: key.userHandle,
        },
      };
    },
  };
}

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([k, v]) => [cbor(k), cbor(v)])]);
}
