import type { Availability } from "@lingxi/core/activity/schema";

/** The tag's colour for each band; the words say the same, so colour is never alone. */
export const availabilityTone: Readonly<Record<Availability, string>> = {
  open: "tag--success",
  few: "tag--warning",
  lottery: "tag--accent",
  "waiting-list": "tag--info",
  full: "tag--warning",
  soon: "tag--info",
  closed: "",
  cancelled: "tag--error",
  past: "",
};

/** Whether the register button is of use. */
export const takesRegistrations = (availability: Availability): boolean =>
  ["open", "few", "lottery", "waiting-list"].includes(availability);
