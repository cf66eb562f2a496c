import { homeZone, instantOf, localTime } from "../platform/zone.ts";
import type { SendingRules } from "./sending-schema.ts";

/** No clock on earth is further ahead of the programme's own than this: UTC+14 and UTC+8. */
export const furthestAhead = 6 * 3_600_000;

/** When the clock of a place shows what the programme's clock shows at `sendAt`. */
export const dueIn = (timeZone: string, sendAt: string): number => Date.parse(instantOf(localTime(sendAt, homeZone), timeZone));

/** Whether a mail would come at a quiet hour of a place; the first hour is quiet, the last one not any more. */
export function isQuiet(quiet: SendingRules["quiet"], timeZone: string, at: Date): boolean {
  if (!quiet) return false;
  const hour = Number(localTime(at.toISOString(), timeZone).slice(11, 13));
  const { from, to } = quiet;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
