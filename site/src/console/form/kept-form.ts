/** What somebody typed into a form and has not saved, kept by the browser so that neither a reload nor another page loses it. */
export interface KeptForm<D> {
  readonly draft: D;
  /** What it was made from, and its version on the server; 0 for what is not there yet. */
  readonly base: D;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
}

/** Over a weekend, for whoever was signed out by the clock. */
const days = 3;
const keyOf = (staffId: string, place: string) => `lingxi.form.${staffId}.${place}`;

/** @returns whether the browser had room for it */
export function keepForm<D>(staffId: string, place: string, kept: KeptForm<D>): boolean {
  try {
    localStorage.setItem(keyOf(staffId, place), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function recallForm<D>(staffId: string, place: string): KeptForm<D> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(staffId, place)) ?? "null") as KeptForm<D> | null;
    return kept && Date.now() - Date.parse(kept.at) < days * 86_400_000 ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const forgetForm = (staffId: string, place: string): void => localStorage.removeItem(keyOf(staffId, place));
