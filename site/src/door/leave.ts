import { signOut } from "../console/session.ts";
import { currentLocale } from "../console/text.ts";
import * as store from "./store.ts";

/** Takes away what may not be kept any longer: lists of activities that ended a day ago. What is not sent yet stays, without names. */
export async function dropOld(now = new Date()): Promise<void> {
  for (const { id, state } of await store.doorsKept()) if (state.keepUntil < now.toISOString()) await store.dropDoor(id);
}

/** Clears the device, then signs out; without a network the session ends by itself. */
export async function leave(): Promise<void> {
  await store.wipe();
  await signOut().catch(() => undefined);
}

/** The name that this device goes by in reports. */
export async function deviceName(): Promise<string> {
  const known = await store.kept<string>("device");
  if (known) return known;
  const made = `${currentLocale() === "en" ? "Device" : "设备"} ${Math.floor(Math.random() * 9000 + 1000)}`;
  await store.keep("device", made);
  return made;
}
