const fields = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    fields.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  fields.set(timeZone, made);
  return made;
}

/** How far the clock of a place is ahead of UTC at that instant, in milliseconds. */
export function offsetOf(instant: string, timeZone: string): number {
  const at = Math.floor(Date.parse(instant) / 1000) * 1000;
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** What the clock of a place shows, as a browser's field has it: `2026-11-22T14:00`. */
export const localTime = (instant: string, timeZone: string): string =>
  new Date(Date.parse(instant) + offsetOf(instant, timeZone)).toISOString().slice(0, 16);

/**
 * The instant at which the clock of a place shows that. A time that the clock jumps over is taken as the one after the jump; of one that it shows
 * twice, the first is meant. What is no time stays as it is.
 */
export function instantOf(local: string, timeZone: string): string {
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(shown)) return local;
  const day = 86_400_000;
  const offsets = [shown - day, shown + day].map((at) => offsetOf(new Date(at).toISOString(), timeZone));
  const found = offsets
    .map((offset) => new Date(shown - offset).toISOString())
    .filter((instant) => localTime(instant, timeZone) === local);
  const [before = 0] = offsets;
  return found.sort((a, b) => (a < b ? -1 : 1))[0] ?? new Date(shown - before).toISOString();
}

/** `UTC+8`, `UTC−3:30`. */
export const offsetText = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(new Date(instant))
    .flatMap(({ type, value }) => (type === "timeZoneName" ? value.replace("GMT", "UTC").replace("-", "−") : []))
    .join("");

/** The clock that the programme goes by. */
export const homeZone = "Asia/Shanghai";

/** Which clock is meant, where it is not the programme's own: ` (UTC+9)`. */
export const zoneNote = (instant: string, timeZone: string): string =>
  timeZone === homeZone ? "" : ` (${offsetText(instant, timeZone)})`;
