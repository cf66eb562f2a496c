/** What of an activity its later dates may take over. */
export const carried = ["texts", "place", "times", "places", "reminders", "chains", "agenda"] as const;
export type Carried = (typeof carried)[number];
