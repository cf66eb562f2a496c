import { keep, kept } from "./store.ts";

const algorithm = "AES-GCM";

/** The device's key: made here, never seen by any script, gone with the first step of wiping. */
async function key(): Promise<CryptoKey> {
  const known = await kept<CryptoKey>("key");
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ["encrypt", "decrypt"]);
  await keep("key", made);
  return made;
}

/** Seals a value for this device alone. */
export async function seal(value: unknown): Promise<{ iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv }, await key(), text) };
}

/** @throws when the key is another than it was sealed with */
export async function unseal<T>({ iv, bytes }: { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: algorithm, iv }, await key(), bytes))) as T;
}
