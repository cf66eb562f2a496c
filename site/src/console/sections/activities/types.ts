import type { ActivityContent, ActivityStatus, RegistrationStatus } from "@lingxi/core/activity/schema";

/** An activity as the API gives it to organisers. */
export interface ActivityRow extends ActivityContent {
  readonly id: string;
  readonly status: ActivityStatus;
  readonly version: number;
  readonly taken: number;
  readonly waiting: number;
}

export interface RegistrationRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone?: string;
  readonly status: RegistrationStatus;
  readonly queuedAt: string;
}
