import { type Draft, randomText } from "./draft.ts";

/** What somebody typed and has not saved, in the browser's own storage, so that a reload or a crash loses nothing. */
export interface Kept {
  readonly draft: Draft;
  /** What it was made from, and the version of that; absent for a new case. */
  readonly base?: Draft | undefined;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
  /** The id that a new case is going to have. */
  readonly newId?: string | undefined;
}

/** Over a weekend, for whoever was signed out by the clock. */
const days = 3;
const root = "lingxi.case";
const nameOfLock = (window: string) => `${root}.${window}`;

/**
 * A name for this window that outlives a reload. The browser holds a lock by it while the window is open, so that what another open window
 * keeps is not taken for what a closed one left behind.
 */
export async function nameWindow(): Promise<string> {
  let name = sessionStorage.getItem(`${root}.window`) ?? randomText(10);
  // A tab that was duplicated has its twin's name.
  if (!(await hold(name))) {
    name = randomText(10);
    await hold(name);
  }
  sessionStorage.setItem(`${root}.window`, name);
  return name;
}

let held = "";

async function hold(name: string): Promise<boolean> {
  if (held === name || !navigator.locks) return true;
  const got = await new Promise<boolean>((answer) => {
    void navigator.locks.request(nameOfLock(name), { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
  if (got) held = name;
  return got;
}

async function openWindows(): Promise<Set<string>> {
  const { held: locks = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(locks.map((lock) => lock.name ?? ""));
}

const keyOf = (staffId: string, caseId: string, window: string) => `${root}.${staffId}.${caseId}.${window}`;

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    return kept && Date.now() - Date.parse(kept.at) < days * 86_400_000 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What this window, or one that is no longer open, kept of a case. What is too old goes. */
export async function recall(staffId: string, caseId: string, window: string): Promise<Kept | undefined> {
  const own = read(keyOf(staffId, caseId, window));
  if (own) return own;
  const open = await openWindows();
  const prefix = keyOf(staffId, caseId, "");
  const left = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix) && !open.has(nameOfLock(key.slice(prefix.length))))
    .map((key) => ({ key, kept: read(key) }));
  for (const { key, kept } of left) if (!kept) localStorage.removeItem(key);
  const [latest] = left.filter(({ kept }) => kept).sort((a, b) => (b.kept?.at ?? "").localeCompare(a.kept?.at ?? ""));
  if (!latest?.kept) return undefined;
  localStorage.removeItem(latest.key);
  keep(staffId, caseId, window, latest.kept);
  return latest.kept;
}

/** @returns whether the browser had room for it */
export function keep(staffId: string, caseId: string, window: string, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(staffId, caseId, window), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const forget = (staffId: string, caseId: string, window: string): void =>
  localStorage.removeItem(keyOf(staffId, caseId, window));
