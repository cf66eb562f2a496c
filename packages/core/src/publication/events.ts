import type { Derive } from "../platform/event.ts";

export const derivePolicyEvents: Derive = {
  "site-failure": ({ before, after }) => (after && !before ? [{ name: "site.page-failed", data: { key: after.key } }] : []),
  "official-text": () => [{ name: "policy.changed", data: {} }],
};
