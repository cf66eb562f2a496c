import type { Agenda, StageSession } from "@lingxi/core/activity/agenda-schema";
import type { ActivityContent, ActivityStatus, Quota, RegistrationStatus, TicketType } from "@lingxi/core/activity/schema";
import type { Answers } from "@lingxi/core/form/schema";

/** An activity as the API gives it to organisers. */
export interface ActivityRow extends Omit<ActivityContent, "quotas" | "tickets"> {
  readonly id: string;
  readonly status: ActivityStatus;
  readonly version: number;
  readonly taken: number;
  readonly waiting: number;
  readonly agenda?: Agenda;
  /** What the running order of a roadshow adds. */
  readonly stage?: readonly StageSession[];
  readonly series?: string;
  readonly closedEarly?: { readonly at: string; readonly was: string };
  readonly overbooking?: {
    readonly quotas: readonly { readonly id: string; readonly size: number; readonly taken: number }[];
    readonly at: string;
    readonly by: string;
  };
  readonly draw?: { readonly drawnAt?: string; readonly entries?: number };
  /** With their figures where one activity is read. */
  readonly quotas?: readonly (Quota & { readonly taken?: number })[] | undefined;
  readonly tickets?: readonly (TicketType & { readonly sold?: number; readonly waiting?: number })[] | undefined;
}

export interface RegistrationRow {
  /** Whom somebody brings, or by whom somebody is brought. */
  readonly leads?: readonly object[];
  readonly leader?: string;
  /** The version of the form that was answered. */
  readonly form?: number;
  readonly answers?: Answers;
  readonly id: string;
  readonly person: string;
  readonly version: number;
  readonly ticket?: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone?: string;
  readonly interest?: string;
  /** The invitation code by which somebody came. */
  readonly code?: string;
  readonly remark?: string;
  readonly status: RegistrationStatus;
  readonly queuedAt: string;
}

/** How many a change would concern, as the API counts them. */
export interface Standing {
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly requested: number;
  readonly about: boolean;
}
