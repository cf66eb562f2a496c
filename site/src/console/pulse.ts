import { useEffect, useRef } from "preact/hooks";
import { currentLocale } from "./text.ts";

/** Milliseconds between two questions: while registrations are followed, and otherwise. */
const pace = { followed: 10_000, calm: 30_000 } as const;
/** The longest wait after the server could not be reached again and again. */
const longest = 300_000;

type Topics = Readonly<Record<string, string>>;
type Hear = () => void;

/**
 * The one poller of the page. It asks for the numbers of all topics at once, with the tag of the last answer (304 and no body when nothing
 * changed), not at all while nobody looks, and ever more rarely while the server is away.
 */
class Pulse {
  readonly #heard = new Map<string, Set<Hear>>();
  #known: Topics = {};
  #tag = "";
  #path = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #asking = false;

  /** @param topic `notices`, `work`, `registrations:<activityId>` @returns how to stop */
  follow(topic: string, hear: Hear): () => void {
    const set = this.#heard.get(topic) ?? new Set();
    set.add(hear);
    this.#heard.set(topic, set);
    if (this.#heard.size === 1 && set.size === 1) document.addEventListener("visibilitychange", this.#look);
    this.#plan(topic in this.#known ? undefined : 0);
    return () => {
      set.delete(hear);
      if (!set.size) this.#heard.delete(topic);
      if (this.#heard.size) return;
      clearTimeout(this.#timer);
      document.removeEventListener("visibilitychange", this.#look);
    };
  }

  readonly #look = () => {
    if (document.visibilityState === "visible") this.#plan(0);
    else clearTimeout(this.#timer);
  };

  get #activities(): string[] {
    return [...this.#heard.keys()].flatMap((topic) => /^registrations:(.+)/.exec(topic)?.[1] ?? []);
  }

  #plan(wait = Math.min(longest, (this.#activities.length ? pace.followed : pace.calm) * 2 ** this.#failures)): void {
    clearTimeout(this.#timer);
    if (this.#heard.size && document.visibilityState === "visible") this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const path = `/api/console/workspace/pulse?activities=${this.#activities.slice(0, 5).join(",")}`;
    const headers: Record<string, string> = { accept: "application/json", "accept-language": currentLocale() };
    if (this.#tag && path === this.#path) headers["if-none-match"] = this.#tag;
    try {
      const answer = await fetch(path, { headers, credentials: "same-origin", cache: "no-store" });
      if (answer.status === 200) this.#take((await answer.json()) as Topics, path, answer.headers.get("etag") ?? "");
      this.#failures = answer.status === 200 || answer.status === 304 ? 0 : Math.min(5, this.#failures + 1);
    } catch {
      this.#failures = Math.min(5, this.#failures + 1);
    } finally {
      this.#asking = false;
      this.#plan();
    }
  }

  #take(now: Topics, path: string, tag: string): void {
    const before = this.#known;
    this.#known = now;
    this.#path = path;
    this.#tag = tag;
    for (const [topic, number] of Object.entries(now))
      if (topic in before && before[topic] !== number) for (const hear of this.#heard.get(topic) ?? []) hear();
  }
}

const pulse = new Pulse();

/** Calls back whenever the topic changed on the server; nothing is asked while there is no topic. */
export function usePulse(topic: string | undefined, hear: Hear): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => (topic ? pulse.follow(topic, () => latest.current()) : undefined), [topic]);
}
