import { readTicket } from "@lingxi/core/activity/ticket-schema";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What a key stands for in a code, whatever layout or input method is chosen. */
function characterOf({ key, code }: KeyboardEvent): string {
  if (/^[\w.]$/.test(key)) return key;
  return /^Key[A-Z]$|^Digit\d$/.test(code) ? code.slice(-1) : code === "Period" ? "." : "";
}

/** Hears hand-held scanners, which type a code and then Enter faster than anybody can. What people type into fields is left alone. @returns how to stop */
export function hearScanner(onCode: (code: string) => void): () => void {
  let buffer = "";
  let last = 0;
  const hear = (event: KeyboardEvent) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.timeStamp - last > 250) buffer = "";
    last = event.timeStamp;
    if (event.key === "Enter" && buffer.length > 8) {
      event.preventDefault();
      onCode(buffer);
      buffer = "";
    } else buffer = (buffer + characterOf(event)).slice(-400);
  };
  addEventListener("keydown", hear, true);
  return () => removeEventListener("keydown", hear, true);
}

/** Whether what was typed into a field came from a scanner. */
export const isCode = (text: string): boolean => readTicket(text) !== undefined;
