import { entity } from "../platform/entity.ts";
import type { AnySummaries, FacetName, ThingKind } from "./schema.ts";

/**
 * The site's own records: what stands where on it. All are derived from the records of other slices by publishing, and can be made again by
 * publishing everything; that is why they alone may be removed. Their partition keys begin with `site#`.
 */
export interface Place {
  /** `projects`, `projects@titanium`, `ref@projects`: see `lists.ts`. */
  readonly list: string;
  /** What the list is sorted by: an instant, ISO 8601 in UTC; of `ref@…` after the id of what is named, `prj_…|2026-…`. */
  readonly sort: string;
}

export interface EntryRecord<K extends ThingKind = ThingKind> {
  readonly kind: K;
  readonly id: string;
  /** Its page, without language. */
  readonly path: string;
  /** Where its page was before; these lead to it. */
  readonly former: readonly string[];
  readonly summary: AnySummaries[K];
  readonly places: readonly Place[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Things that it names, `projects:prj_…`. */
  readonly links: readonly string[];
}

/** A thing in one list. */
export interface MemberRecord {
  readonly list: string;
  readonly sort: string;
  readonly kind: ThingKind;
  readonly id: string;
  readonly summary: AnySummaries[ThingKind];
}

/** How many things a whole list holds, and by facet value and month. */
export interface TallyRecord {
  readonly list: string;
  readonly total: number;
  readonly byFacet: Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>;
  /** By month of `sort` in Asia/Shanghai, `2026-11`. */
  readonly byMonth: Readonly<Record<string, number>>;
}

/** What a publication still has to do; written with the change that makes it necessary, taken away when it is done. */
export interface TodoRecord {
  readonly id: string;
  /** Things that changed, for the search index: `cases:cas_…`. */
  readonly changed: readonly string[];
  /** Pages to make, see `keys.ts`. */
  readonly keys: readonly string[];
  /** Addresses that things had and have no more, unless an entry says otherwise. */
  readonly gone: readonly string[];
  /** Things whose pages at these addresses were begun, and which may never have come to be there. */
  readonly begun?: readonly string[];
}

/** A page that could not be made. What stood there before still does. */
export interface FailureRecord {
  readonly key: string;
  readonly tries: number;
}

/** The foot of every page has changed, and not every page has been made since. */
export interface FootRecord {
  /** Another one with each change. */
  readonly change: string;
}

/** A full publication is under way, or was killed. */
export interface FullRecord {
  /** When it was last heard of. */
  readonly since: string;
  readonly startedAt?: string | undefined;
  /** How many things were published by it so far. */
  readonly done?: number | undefined;
}

export const Entries = entity<EntryRecord, Pick<EntryRecord, "kind" | "id">>({
  type: "site-entry",
  key: ({ kind, id }) => ({ pk: `site#entry#${kind}#${id}`, sk: "entry" }),
});

export const memberKey = ({ sort, id }: Pick<MemberRecord, "sort" | "id">) => `${sort}#${id}`;
export const membersOf = (list: string) => `site#list#${list}`;

export const Members = entity<MemberRecord, Pick<MemberRecord, "list" | "sort" | "id">>({
  type: "site-member",
  key: (of) => ({ pk: membersOf(of.list), sk: memberKey(of) }),
});

export const Tallies = entity<TallyRecord, Pick<TallyRecord, "list">>({
  type: "site-tally",
  key: ({ list }) => ({ pk: `site#tally#${list}`, sk: "tally" }),
});

export const todoList = "site#todo";
export const Todos = entity<TodoRecord, Pick<TodoRecord, "id">>({
  type: "site-todo",
  key: ({ id }) => ({ pk: todoList, sk: id }),
});

export const failureList = "site#failed";
export const Failures = entity<FailureRecord, Pick<FailureRecord, "key">>({
  type: "site-failure",
  key: ({ key }) => ({ pk: failureList, sk: key }),
});

export const Foot = entity<FootRecord, object>({
  type: "site-foot",
  key: () => ({ pk: "site#foot", sk: "foot" }),
});

export const FullRun = entity<FullRecord, object>({
  type: "site-full-run",
  key: () => ({ pk: "site#full", sk: "run" }),
});
