import type { DoorAction, Outcome } from "@lingxi/core/check-in/schema";
import type { Localised } from "@lingxi/core/platform/text";

/** An activity as the API gives it to the door. */
export interface Door {
  readonly id: string;
  readonly title: Localised;
  readonly venue: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly cancelled: boolean;
}

export interface DoorState extends Door {
  readonly entered: number;
  readonly reports: number;
  readonly expected: number;
  readonly listChangedAt: string;
  readonly keys: readonly string[];
  readonly keepUntil: string;
  readonly now: string;
}

/** person, end of the number, 0 seated 1 waiting 2 cancelled, name, organisation, sound */
export type TicketRow = readonly [string, string, 0 | 1 | 2, string?, string?, string?];

/** Who is in, and by what. */
export interface Entry {
  readonly activityId: string;
  readonly person: string;
  readonly status: "in" | "undone";
  readonly scanId: string;
  readonly at: string;
  readonly device: string;
}

/** Something that was done here and is not yet taken by the server. */
export interface Queued {
  readonly n?: number;
  readonly activityId: string;
  readonly action: DoorAction;
  /** The server will not have it as it is. */
  readonly refused?: boolean;
}

export interface ActionAnswer {
  readonly id: string;
  readonly outcome: Outcome;
  readonly person?: string;
  readonly entry?: { readonly at: string; readonly device: string };
}

/** What is said about one person at the door. `new`: a genuine ticket that this device's list is too old to have; `unsure`: one that it cannot check. */
export type Verdict = Outcome | "new" | "unsure";

export interface Shown {
  readonly actionId?: string;
  readonly verdict: Verdict;
  readonly person?: string | undefined;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  /** By what they are in already. */
  readonly entry?: { readonly at: string; readonly device: string } | undefined;
  /** The server said otherwise than this device had. */
  readonly corrected?: boolean;
}
