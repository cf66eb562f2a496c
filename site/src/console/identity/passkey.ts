import { api } from "../api.ts";
import { t } from "../text.ts";
import { words } from "./words.ts";

const library = () => import("@simplewebauthn/browser");

/** Whether this browser can use passkeys at this address: an address by numbers has none. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === "function" && !/^[\d.]+$|:/.test(location.hostname);

/** What the browser said, as a sentence. Somebody who closed its window has changed their mind. */
function toldOf(error: unknown): Error {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return new Error(t(words.already));
  if (name === "NotAllowedError" || name === "AbortError") return new Error(t(words.cancelled));
  return error instanceof Error ? error : new Error(String(error));
}

/** Asks for a passkey and signs in with it; throws an Error with a sentence. */
export async function enterWithPasskey(): Promise<{ needsPasskey: boolean }> {
  type Options = Parameters<Awaited<ReturnType<typeof library>>["startAuthentication"]>[0]["optionsJSON"];
  const optionsJSON = await api<Options>("/api/session/passkey/options", { method: "POST", body: {} });
  const { startAuthentication } = await library();
  const response = await startAuthentication({ optionsJSON }).catch((error: unknown) => Promise.reject(toldOf(error)));
  return api("/api/session/passkey", { method: "POST", body: { response } });
}

/** Makes a passkey and keeps it under the name; throws an Error with a sentence. */
export async function makePasskey(name: string): Promise<void> {
  type Options = Parameters<Awaited<ReturnType<typeof library>>["startRegistration"]>[0]["optionsJSON"];
  const optionsJSON = await api<Options>("/api/console/me/passkeys/options", { method: "POST", body: {} });
  const { startRegistration } = await library();
  const response = await startRegistration({ optionsJSON }).catch((error: unknown) => Promise.reject(toldOf(error)));
  await api("/api/console/me/passkeys", { method: "POST", body: { name, response } });
}
