import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Item, indexes } from "../platform/table.ts";
import type { TrailEntry } from "./schema.ts";

/** The end of the chain: how long it is, the last entry's hash, and the signature of both. */
export interface Head {
  readonly n: number;
  readonly hash: string;
  readonly at: string;
  /** Month of the first entry, `2026-11`: where reading begins. */
  readonly since: string;
  readonly signature: string;
}

export const headKey = { pk: "audit#head", sk: "head" } as const;
export const entryKey = (event: string) => ({ pk: `audit#entry#${event}`, sk: "entry" });
export const ofRecord = (record: string) => `audit#record#${record}`;
export const ofActor = (actor: string) => `audit#actor#${actor}`;
export const ofMonth = (month: string) => `audit#month#${month}`;
const beijing = 8 * 3_600_000;
/** Month of an instant in Beijing time, which knows no summer: `2026-11`. By hand, since verifying asks once an entry. */
export const monthOf = (instant: string) => new Date(Date.parse(instant) + beijing).toISOString().slice(0, 7);

/** What the first entry is chained to. */
export const beginning = "0".repeat(64);
const place = (n: number) => String(n).padStart(12, "0");
const hashOf = (previous: string, body: string) => createHash("sha256").update(previous).update("\n").update(body).digest("hex");

/** The id by which an entry is looked for. Registrations and texts lie in the partition of something larger: they are found by that. */
const recordOf = (pk: string) => pk.split("#")[1] ?? pk;

/** The item of an entry: its text as it is hashed, and the keys that follow from it. */
export function itemOf(entry: TrailEntry, previous: string): Item & { hash: string } {
  const body = JSON.stringify(entry);
  const { n, at, recordedAt, actor, version = 0 } = entry;
  const index = (name: keyof typeof indexes, pk: string, sk: string) => ({
    [`${indexes[name]}Pk`]: pk,
    [`${indexes[name]}Sk`]: sk,
  });
  return {
    ...entryKey(entry.event),
    type: "audit",
    n,
    body,
    previous,
    hash: hashOf(previous, body),
    ...index("byOwner", ofRecord(recordOf(entry.pk)), `${at}#${place(version)}#${place(n)}`),
    ...index("byChain", ofActor(actor), `${at}#${place(n)}`),
    ...index("byState", ofMonth(monthOf(recordedAt)), place(n)),
  };
}

export const headItem = (head: Head): Item => ({ ...headKey, type: "audit-head", ...head });

const said = ({ n, hash, at, since }: Omit<Head, "signature">) =>
  Buffer.from(`lingxi audit head\n${n}\n${hash}\n${at}\n${since}`);

/** An Ed25519 key (RFC 8032) from a secret text: its seed is the text's SHA-256. */
export function signingKey(secret: string): KeyObject {
  // RFC 8410: the fixed beginning of a PKCS #8 key of this kind.
  const der = Buffer.concat([
    Buffer.from("302e020100300506032b657004220420", "hex"),
    createHash("sha256").update(secret).digest(),
  ]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

/** The public half as text, base64url. */
export const publicText = (key: KeyObject): string =>
  createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64url");

export const publicKey = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, "base64url"), format: "der", type: "spki" });

export const signHead = (head: Omit<Head, "signature">, key: KeyObject): Head => ({
  ...head,
  signature: sign(null, said(head), key).toString("base64url"),
});

export const isSigned = (head: Head, keys: readonly KeyObject[]): boolean =>
  keys.some((key) => verify(null, said(head), key, Buffer.from(head.signature, "base64url")));
