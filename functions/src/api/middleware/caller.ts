import type { Caller, Ctx } from "@lingxi/core/platform/context";

/** The kind of a browser and its system, as far as a session is bound to it: no versions, which change by themselves. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? "";
  const find = (kinds: readonly (readonly [RegExp, string])[]) => kinds.find(([pattern]) => pattern.test(agent))?.[1] ?? "?";
  return `${find(browsers)} · ${find(systems)}`;
}

const browsers = [
  [/MicroMessenger/, "WeChat"],
  [/Edg(A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/node|undici/i, "Node"],
] as const;
const systems = [
  [/Windows/, "Windows"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Android/, "Android"],
  [/OpenHarmony|HarmonyOS/, "HarmonyOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
] as const;

/** The network that a call came from: one address, or the /64 that one household or office has of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  if (/^::ffff:\d/i.test(address)) return address.slice(7);
  const [head = "", tail] = address.split("::");
  const groups = head ? head.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail ? tail.split(":").length : 0);
  return [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail ? tail.split(":") : [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":");
}

/** Where a call came from, without what would name somebody. */
export const callerOf = (ctx: Ctx, address: string, userAgent: string | undefined, browser: string | undefined): Caller => ({
  source: ctx.keys.digest("source", networkOf(address)),
  device: deviceOf(userAgent),
  browser,
});
