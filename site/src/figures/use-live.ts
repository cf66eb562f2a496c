import { fill } from "@lingxi/core/platform/text";
import { kinds } from "@lingxi/core/publication/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Poll, poll } from "./poll.ts";
import { type Board, readFigures, type ShownFigures } from "./shown.ts";

export interface Live {
  readonly figures: ShownFigures;
  /** When the figures last changed, and when that was last looked up. */
  readonly changedAt?: Date;
  readonly checkedAt?: Date;
  /** Since when nothing could be looked up. */
  readonly staleSince?: Date | undefined;
  /** What changed last, in words. */
  readonly news: string;
  /** The answer as it came. */
  readonly text?: string;
}

/** As long after its loading, in ms, the page needs no look-up yet. */
const recent = 12_000;

/** What has changed in the totals, in words; empty when nothing did. */
export function newsOf(before: ShownFigures, after: ShownFigures, words: Board["words"]): string {
  const changes = kinds.flatMap((kind) => {
    const n = after.counts[kind];
    const by = n - before.counts[kind];
    if (by === 0) return [];
    return [fill(by > 0 ? words.live.more : words.live.fewer, { label: words.kinds[kind], by: Math.abs(by), n })];
  });
  return changes.join(words.pause);
}

const lastModified = (answer: Response): Date | undefined => {
  const at = new Date(answer.headers.get("last-modified") ?? "");
  return Number.isNaN(at.getTime()) ? undefined : at;
};

/** The figures as they are now, looked up while the page is shown. */
export function useLive({ figures, words }: Board) {
  const [live, setLive] = useState<Live>({ figures, news: "" });
  const watch = useRef<Poll>();

  useEffect(() => {
    const opened = new Date();
    const ask = async (signal: AbortSignal) => {
      // The browser asks on condition, by the tag of the answer that it has.
      const answer = await fetch("/figures/data.json", { cache: "no-cache", signal });
      if (!answer.ok) throw new Error(`Status ${answer.status}`);
      const text = await answer.text();
      const fresh = readFigures(text);
      signal.throwIfAborted();
      const checkedAt = new Date();
      setLive((before) => {
        if (text === before.text) return { ...before, checkedAt, staleSince: undefined };
        const news = newsOf(before.figures, fresh, words) || (before.text ? words.live.updated : "");
        return { figures: fresh, changedAt: lastModified(answer) ?? checkedAt, checkedAt, news, text };
      });
    };
    const failed = () => setLive((before) => ({ ...before, staleSince: before.staleSince ?? before.checkedAt ?? opened }));
    const { now, later, pause } = poll(ask, failed);
    watch.current = { now, later, pause };
    const seen = () => (document.visibilityState === "hidden" ? pause() : now());
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("online", seen);
    // The page came with its figures; it says itself as of when.
    setLive((before) => ({ ...before, changedAt: new Date(document.lastModified), checkedAt: new Date(performance.timeOrigin) }));
    if (document.visibilityState !== "hidden") (performance.now() < recent ? later : now)();
    return () => {
      pause();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("online", seen);
    };
  }, [words]);

  return { ...live, again: () => watch.current?.now() };
}
