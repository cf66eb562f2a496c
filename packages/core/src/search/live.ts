import { encodeTime } from "ulid";
import type { Ctx } from "../platform/context.ts";
import { errorFacts } from "../platform/log.ts";
import type { Locale } from "../platform/text.ts";
import { applied } from "./apply.ts";
import { emptyLibrary, type Library } from "./library.ts";
import { type Logged, overlap, readLog } from "./log.ts";
import type { SearchQuery, SearchResult, Suggestion } from "./schema.ts";
import { search } from "./search.ts";
import { latestSnapshot, readHead, type StoredHead } from "./snapshot.ts";
import { suggest } from "./suggest.ts";

/** Milliseconds that an answer may be behind before the log is read again. */
const fresh = 500;
/** How far back the log is read each time, and how often as far as the clocks of writers may differ. */
const shortOverlap = 5_000;
const longEvery = 15_000;
/** When a snapshot that could not be loaded is tried again. */
const retryAfter = 30_000;

/** What a process that answers searches keeps: everything that can be found, brought up to date before each answer. */
export interface LiveIndex {
  search(ctx: Ctx, query: SearchQuery): Promise<SearchResult>;
  /** For what stands in a search field so far. */
  suggest(ctx: Ctx, prefix: string, locale: Locale): Promise<Suggestion[]>;
  /** Everything that can be found now, half a second ago at most. */
  library(ctx: Ctx): Promise<Library>;
}

interface State {
  readonly library: Library;
  /** The snapshot that the library began with; nothing where there is none or it could not be loaded. */
  readonly key: string | undefined;
  /** When a snapshot that could not be loaded is tried again, in milliseconds. */
  readonly retryAt: number;
  /** Up to when the log has been read, and up to when as far back as clocks may differ. */
  readonly readAt: number;
  readonly longReadAt: number;
  /** Changes that are in the library, by their ids; and for each document the latest of them. */
  readonly seen: ReadonlySet<string>;
  readonly latest: ReadonlyMap<string, string>;
}

/** An index of its own for a process. Loaded by the first question, and never older than half a second when it answers. */
export function liveIndex(): LiveIndex {
  let state: State | undefined;
  let reading: Promise<State> | undefined;

  async function current(ctx: Ctx): Promise<Library> {
    const now = ctx.now().getTime();
    if (state && now - state.readAt < fresh && now >= state.readAt) return state.library;
    reading ??= next(ctx, state).finally(() => {
      reading = undefined;
    });
    try {
      state = await reading;
    } catch (error) {
      // An older answer is better than none; the next question tries again.
      if (!state) throw error;
      ctx.log.error("search.refresh", errorFacts(error));
    }
    return state.library;
  }

  return {
    library: current,
    search: async (ctx, query) => search(await current(ctx), query),
    suggest: async (ctx, prefix, locale) => suggest(await current(ctx), prefix, locale),
  };
}

async function next(ctx: Ctx, before: State | undefined): Promise<State> {
  const readAt = ctx.now().getTime();
  if (!before) return begin(ctx, await readHead(ctx), readAt);
  const [head, caughtUp] = await Promise.all([readHead(ctx), catchUp(ctx, before, readAt)]);
  if (before.key === head?.key || readAt < before.retryAt) return caughtUp;
  const begun = await begin(ctx, head, readAt);
  // What was loaded before is worth more than the log alone.
  return begun.retryAt ? { ...caughtUp, key: undefined, retryAt: begun.retryAt } : begun;
}

/** The snapshot and all changes since; where it cannot be loaded, all that the log has. */
async function begin(ctx: Ctx, head: StoredHead | undefined, readAt: number): Promise<State> {
  const since = head ? new Date(head.position).getTime() - overlap : 0;
  const failed = (error: unknown) => {
    ctx.log.error("search.snapshot", { key: head?.key, ...errorFacts(error) });
    return undefined;
  };
  const [latest, changes] = await Promise.all([
    head ? latestSnapshot(ctx, head).catch(failed) : { head, library: emptyLibrary },
    readLog(ctx, new Date(since)),
  ]);
  const state = { readAt, longReadAt: readAt, seen: new Set<string>(), latest: new Map<string, string>() };
  if (latest) return withChanges({ ...state, library: latest.library, key: latest.head?.key, retryAt: 0 }, changes);
  const all = await readLog(ctx, new Date(0));
  return withChanges({ ...state, library: emptyLibrary, key: undefined, retryAt: readAt + retryAfter }, all);
}

/** What was committed since the log was last read. */
async function catchUp(ctx: Ctx, before: State, readAt: number): Promise<State> {
  const long = readAt - before.longReadAt >= longEvery;
  const since = long ? before.longReadAt - overlap : before.readAt - shortOverlap;
  const changes = await readLog(ctx, new Date(since), before.seen);
  return withChanges({ ...before, readAt, ...(long ? { longReadAt: readAt } : {}) }, changes);
}

/** A change that comes late, after a later one of the same document, changes nothing: whoever reads the log at once sees the same. */
function withChanges(state: State, changes: readonly Logged[]): State {
  if (!changes.length) return state;
  const latest = new Map(state.latest);
  const counting = changes.filter(({ id, at }) => {
    if (at < (latest.get(id) ?? "")) return false;
    latest.set(id, at);
    return true;
  });
  // What is older than the next long reading goes back is never read again.
  const oldest = encodeTime(Math.max(0, state.longReadAt - overlap), 10).toLowerCase();
  return {
    ...state,
    latest,
    seen: new Set([...state.seen, ...changes.map(({ at }) => at)].filter((at) => at >= oldest)),
    library: applied(state.library, counting),
  };
}
