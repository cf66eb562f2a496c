import { type SignedTicket, signedText } from "@lingxi/core/activity/ticket-schema";

const imported = new Map<string, Promise<CryptoKey | undefined>>();

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** Undefined where the browser knows no Ed25519. */
function keyOf(text: string): Promise<CryptoKey | undefined> {
  const known =
    imported.get(text) ?? crypto.subtle.importKey("raw", fromBase64(text), "Ed25519", false, ["verify"]).catch(() => undefined);
  imported.set(text, known);
  return known;
}

/** Whether one of the keys signed the ticket; undefined where this browser cannot tell. */
export async function isGenuine(ticket: SignedTicket, keys: readonly string[]): Promise<boolean | undefined> {
  const text = new TextEncoder().encode(signedText(ticket));
  let able = false;
  for (const one of keys) {
    const key = await keyOf(one);
    if (!key) continue;
    able = true;
    if (await crypto.subtle.verify("Ed25519", key, ticket.signature, text)) return true;
  }
  return able ? false : undefined;
}
