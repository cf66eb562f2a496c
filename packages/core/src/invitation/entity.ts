import { entity } from "../platform/entity.ts";

/** Somebody who is invited to an activity: one each, whatever round brought them. */
export interface GuestRecord {
  readonly activityId: string;
  /** Keyed digest of the address, as the contact and the registration have it. */
  readonly person: string;
  /** `inv_…`: the list of contacts that the round's campaign is sent to. */
  readonly round: string;
  readonly chosenAt: string;
  /** When they pressed the button behind their link, the first time. */
  readonly openedAt?: string | undefined;
}

export const guestsOf = (activityId: string) => `guests#${activityId}`;

export const Guests = entity<GuestRecord, { activityId: string; person: string }>({
  type: "guest",
  key: ({ activityId, person }) => ({ pk: guestsOf(activityId), sk: person }),
});

/** The campaign of a round: the same number under its own prefix, so that a round has one. */
export const campaignOf = (round: string) => round.replace(/^inv_/, "cmp_");
