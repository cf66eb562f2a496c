import { useEffect } from "preact/hooks";

/** A page of the console that was opened, by its address and its heading. */
export interface Recent {
  readonly href: string;
  readonly title: string;
}

const key = "lingxi.recent";
const kept = 12;

export function readRecent(): readonly Recent[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(value)
      ? (value as Recent[]).filter((one) => typeof one?.href === "string" && typeof one.title === "string")
      : [];
  } catch {
    return [];
  }
}

/** Notes pages of single things as they are opened, the latest first, with the heading that they have after a moment. */
export function useRecent(path: string): void {
  useEffect(() => {
    if (!/^\/console\/[^/]+\/[a-z]{3}_\w+/.test(path)) return undefined;
    const timer = setTimeout(() => {
      const title = document.querySelector("main h1")?.textContent?.trim();
      if (!title) return;
      const rest = readRecent().filter(({ href }) => href !== path);
      localStorage.setItem(key, JSON.stringify([{ href: path, title }, ...rest].slice(0, kept)));
    }, 1500);
    return () => clearTimeout(timer);
  }, [path]);
}
