import { say } from "@lingxi/core/platform/text";
import type { Thing } from "@lingxi/core/workspace/schema";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { api } from "./api.ts";
import { readRecent } from "./recent.ts";
import { go } from "./router.ts";
import { sectionsOf } from "./sections.ts";
import { hasRole, type Session } from "./session.ts";
import { currentLocale, t } from "./text.ts";
import { thingHref } from "./things.ts";
import { words } from "./words-shell.ts";

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly group: string;
}

const pause = 200;

/** Search from anywhere: sections and what can be begun in them at once, things by their titles from the server, and what was opened last. */
export function Palette({ session, typed, onClose }: { session: Session; typed: { current: string }; onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [q, setQ] = useState(typed.current);
  const [things, setThings] = useState<{ q: string; items: readonly Thing[]; problem?: string }>({ q: "", items: [] });
  const [active, setActive] = useState(0);
  const asked = q.trim();

  useEffect(() => box.current?.showModal(), []);
  useEffect(() => {
    setActive(0);
    if (!asked) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api<{ items: Thing[] }>(`/api/console/workspace/find?q=${encodeURIComponent(asked)}`, { signal: stop.signal }).then(
        ({ items }) => setThings({ q: asked, items }),
        (error: unknown) => {
          if (!stop.signal.aborted)
            setThings({ q: asked, items: [], problem: error instanceof Error ? error.message : String(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);

  const places = useMemo(() => placesOf(session), [session, currentLocale()]);
  const entries = useMemo<readonly Entry[]>(() => {
    if (!asked) return [...readRecent().map(({ href, title }) => ({ href, label: title, group: t(words.recent) })), ...places];
    const folded = asked.toLowerCase();
    const near = places.filter(({ label }) => label.toLowerCase().includes(folded));
    const found = (things.q ? things.items : []).map((thing) => ({
      href: thingHref(thing),
      label: say(thing.title, currentLocale()) || thing.id,
      group: t(words[thing.kind]),
    }));
    return [...near, ...found];
  }, [asked, places, things]);

  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    go(entry.href);
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(entries.length - 1, to));
    setActive(next);
    list.current?.querySelector(`[data-entry="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const waiting = asked !== "" && things.q !== asked;
  return (
    <dialog ref={box} class="palette" aria-label={t(words.palette)} onClose={onClose}>
      <input
        class="input palette__input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-label={t(words.palette)}
        {...(entries.length ? { "aria-activedescendant": `palette-${active}` } : {})}
        placeholder={t(words.paletteHint)}
        value={q}
        autocomplete="off"
        maxLength={100}
        onInput={(event) => setQ(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "ArrowDown") move(active + 1);
          else if (event.key === "ArrowUp") move(active - 1);
          else if (event.key === "Enter") open(entries[active]);
          else if (event.key === "Escape") onClose();
          else return;
          event.preventDefault();
        }}
      />
      <ul id="palette-list" ref={list} class="palette__list" role="listbox" aria-label={t(words.palette)}>
        {entries.map((entry, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <li
            key={`${entry.group} ${entry.href}`}
            id={`palette-${n}`}
            data-entry={n}
            role="option"
            aria-selected={n === active}
            onClick={() => open(entry)}
          >
            <span>{entry.label}</span>
            <span class="muted">{entry.group}</span>
          </li>
        ))}
      </ul>
      <p class="palette__says muted" role="status">
        {things.problem && things.q === asked
          ? things.problem
          : waiting
            ? t(words.paletteLooking)
            : asked && !entries.length
              ? t(words.paletteNothing)
              : t(words.paletteKeys)}
      </p>
    </dialog>
  );
}

/** The sections and what can be begun in them. */
function placesOf(session: Session): Entry[] {
  const mine = sectionsOf(session);
  return [
    { href: "/console", label: t(words.home), group: t(words.section) },
    ...mine.map(({ path, label }) => ({ href: path, label: t(label), group: t(words.section) })),
    ...mine.flatMap(({ actions = [] }) =>
      actions
        .filter(({ roles }) => !roles || roles.some((role) => hasRole(session, role)))
        .map(({ href, label }) => ({ href, label: t(label), group: t(words.action) })),
    ),
  ];
}
