import type { ListViews, View } from "@lingxi/core/workspace/schema";
import { ApiProblem, api } from "../api.ts";
import { t } from "../text.ts";
import { words } from "./words.ts";

/** What one list keeps, before anything of it was kept. */
const nothing = (list: string): ListViews => ({ list, views: [], version: 0 });

/** What becomes of a list's views; nothing where it makes no sense any more. */
export type Change = (now: ListViews) => Pick<ListViews, "views" | "preferred"> | undefined;

/** Told to the window when views came or changed. */
export const viewsMoved = "lingxi:views";

/** As many as the server takes. */
const most = 30;
const tries = 4;

let owner = "";
let asked: Promise<void> | undefined;
let read = false;
const known = new Map<string, ListViews>();

/** The list at an address: its views are those of all things of the kind. */
export const listOf = (path: string): string => path.replace(/\/[a-z]{3}_[\w-]+(?=\/|$)/g, "/*");

/** The views of a list as they are known; absent before they were read. */
export const viewsNow = (list: string): ListViews | undefined => known.get(list) ?? (read ? nothing(list) : undefined);

/** Reads somebody's views, once for all lists unless `fresh` ones are wanted. */
export function readViews(staffId: string, fresh = false): Promise<void> {
  if (owner === staffId && asked && !fresh) return asked;
  if (owner !== staffId) {
    known.clear();
    read = false;
  }
  owner = staffId;
  const now = api<{ items: ListViews[] }>("/api/console/workspace/views").then(
    ({ items }) => {
      known.clear();
      for (const views of items) known.set(views.list, views);
      read = true;
      dispatchEvent(new Event(viewsMoved));
    },
    (error: unknown) => {
      asked = undefined;
      throw error;
    },
  );
  asked = now;
  return now;
}

function show(views: ListViews): void {
  known.set(views.list, views);
  dispatchEvent(new Event(viewsMoved));
}

/**
 * Changes a list's views: shown at once, and written on the version that was seen. When another window was first, its views are read and the
 * change is made to them, unless both changed the same view.
 * @throws ApiProblem with what was not kept and why; what is shown is then what lies on the server
 */
export async function changeViews(staffId: string, list: string, change: Change): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = viewsNow(list) ?? nothing(list);
    const wanted = change(before);
    if (!wanted) throw new ApiProblem(409, "views.moved", t(words.viewMoved));
    if (wanted.views.length > most) throw new ApiProblem(422, "views.full", t(words.viewsFull, { n: most }));
    show({ ...before, ...wanted });
    try {
      const body = { list, version: before.version, ...wanted };
      const { version } = await api<{ version: number }>("/api/console/workspace/views", { method: "PUT", body });
      return show({ ...before, ...wanted, version });
    } catch (error) {
      show(before);
      if (!(error instanceof ApiProblem) || error.reason !== "record.changed" || attempt === tries) throw error;
      await readViews(staffId, true);
    }
  }
}

/** A view that is changed as it was seen, or not at all. */
const asSeen = (views: readonly View[], seen: View): boolean =>
  views.some(({ id, name, query }) => id === seen.id && name === seen.name && query === seen.query);

/** Keeps a query under a name; one of that name is put in its place. */
export const keeping =
  (view: View): Change =>
  ({ views, preferred }) => {
    const there = views.find(({ name }) => name === view.name);
    const kept = there
      ? views.map((one) => (one === there ? { ...view, id: one.id } : one))
      : [...views.filter(({ id }) => id !== view.id), view];
    return { views: kept, preferred };
  };

export const renaming =
  (seen: View, name: string): Change =>
  ({ views, preferred }) =>
    asSeen(views, seen) ? { views: views.map((one) => (one.id === seen.id ? { ...one, name } : one)), preferred } : undefined;

export const removing =
  (seen: View): Change =>
  ({ views, preferred }) => ({
    views: views.filter(({ id }) => id !== seen.id),
    preferred: preferred === seen.id ? undefined : preferred,
  });

/** Has the list open with a view, or with none. */
export const preferring =
  (id: string | undefined): Change =>
  ({ views }) =>
    id === undefined || views.some((view) => view.id === id) ? { views, preferred: id } : undefined;
