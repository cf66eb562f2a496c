/** A list as somebody filtered it: its query, under a name. */
export interface View {
  readonly name: string;
  readonly query: string;
}

const key = (path: string) => `lingxi.views.${path}`;

/** The views that were kept for the list at this address, in this browser. */
export function readViews(path: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(path)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

const isView = (value: unknown): value is View => {
  const { name, query } = (value ?? {}) as Partial<View>;
  return typeof name === "string" && typeof query === "string";
};

export const writeViews = (path: string, views: readonly View[]): void => localStorage.setItem(key(path), JSON.stringify(views));
