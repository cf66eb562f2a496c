import { escapeHtml } from "../platform/html.ts";

/** Text made safe for XML content and quoted attributes; characters that XML 1.0 does not allow are left out. */
export const xml = (text: string): string =>
  escapeHtml(text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ""));

/** The latest of instants in UTC, which sort as text; empty when there is none. */
export function newest(instants: readonly string[]): string {
  let latest = "";
  for (const instant of instants) if (instant > latest) latest = instant;
  return latest;
}
