import { entity } from "../platform/entity.ts";

const day = 86_400_000;
/** Days after which a change is tidied out of the log; a snapshot has to be taken within them. */
export const logDays = 30;

/** One change of what can be found, committed together with what was published. */
export interface LogRecord {
  /** When it was made, as a ULID in lower case. */
  readonly at: string;
  /** ISO 8601; the day is the log's partition. */
  readonly made: string;
  /** Of the document that changed. */
  readonly document: string;
  /** The entry as JSON, deflated; absent where the document is gone. */
  readonly entry?: Uint8Array | undefined;
}

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
export const logOf = (day: string): string => `search#log#${day}`;

export const LogItem = entity<LogRecord, Pick<LogRecord, "at" | "made">>({
  type: "search-log",
  key: ({ at, made }) => ({ pk: logOf(dayOf(new Date(made))), sk: at }),
  expires: ({ made }) => Math.ceil((new Date(made).getTime() + logDays * day) / 1000),
});

/** Which snapshot counts. */
export interface HeadRecord {
  /** Of the object in the private store. */
  readonly key: string;
  /** ISO 8601: all changes before this instant are in it; later ones may be. */
  readonly position: string;
  readonly documents: number;
  readonly bytes: number;
  /** Snapshots that somebody may still be reading, and until when (ISO 8601) they are kept. */
  readonly former: readonly Kept[];
  /** Snapshots that somebody began to put into the store; one that was killed leaves it there. */
  readonly begun?: readonly Kept[];
}

interface Kept {
  readonly key: string;
  readonly until: string;
}

export const Head = entity<HeadRecord, object>({ type: "search-head", key: () => ({ pk: "search#head", sk: "head" }) });
