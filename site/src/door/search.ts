import { soundsLike } from "@lingxi/core/platform/sounds";
import { tidy } from "@lingxi/core/platform/text";
import type { TicketRow } from "./types.ts";

export const most = 30;

/** Tickets whose name, organisation, sound (`zhangsan`, `zs`) or end of the number holds all that was typed: at most thirty, those with a seat first. */
export function search(rows: Iterable<TicketRow>, typed: string): TicketRow[] {
  const words = tidy(typed).toLowerCase().split(" ").filter(Boolean);
  if (!words.length) return [];
  const found: TicketRow[] = [];
  for (const row of rows) {
    const [, number, , name, organisation, sound = ""] = row;
    if (!name) continue;
    const text = `${name}\n${organisation ?? ""}`.toLowerCase();
    const syllables = sound.split(" ");
    const fits = (word: string) =>
      text.includes(word) || number.endsWith(word) || (/^[a-z']+$/.test(word) && soundsLike(syllables, word.replaceAll("'", "")));
    if (words.every(fits)) found.push(row);
    if (found.length >= most * 4) break;
  }
  return found
    .sort((a, b) => a[2] - b[2] || Number(b[3]?.startsWith(words[0] ?? "")) - Number(a[3]?.startsWith(words[0] ?? "")))
    .slice(0, most);
}
