import type { Derive } from "../platform/event.ts";

export const derivePolicyEvents: Derive = {
  "official-text": () => [{ name: "policy.changed", data: {} }],
};
