import type { Work } from "@lingxi/core/workspace/schema";
import { ApiProblem, api } from "../api.ts";
import { t } from "../text.ts";
import { words } from "../words-shell.ts";

/** Bytes of the starting value before each sealed piece. */
const start = 12;
const keys = new Map<string, Promise<CryptoKey>>();

const toText = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const toBytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const toKey = (seal: string) => crypto.subtle.importKey("raw", toBytes(seal), "AES-GCM", false, ["encrypt", "decrypt"]);

/** Makes the key of a new file. @returns it as it is given to the server, which alone keeps it */
export function newSeal(id: string): string {
  const seal = toText(crypto.getRandomValues(new Uint8Array(32)));
  keys.set(id, toKey(seal));
  return seal;
}

/** The key of a file, from the server where this page did not make it. @throws ApiProblem when the server has none any more */
function keyOf(id: string): Promise<CryptoKey> {
  const asked =
    keys.get(id) ??
    api<{ items: Work[] }>("/api/console/workspace/work").then(({ items }) => {
      const seal = items.find((work) => work.id === id)?.seal;
      if (!seal) throw new ApiProblem(404, "work.not-found", t(words.fileGone));
      return toKey(seal);
    });
  keys.set(id, asked);
  asked.catch(() => keys.delete(id));
  return asked;
}

/** A piece of a file so that nobody reads it who is not signed in. */
export async function sealPiece(id: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(start));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(id), new TextEncoder().encode(text));
  const piece = new Uint8Array(start + sealed.byteLength);
  piece.set(iv);
  piece.set(new Uint8Array(sealed), start);
  return piece;
}

export async function openPiece(id: string, piece: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: piece.slice(0, start) }, await keyOf(id), piece.slice(start));
}
