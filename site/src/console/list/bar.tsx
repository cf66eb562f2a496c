import { useEffect, useRef, useState } from "preact/hooks";
import { usePlace } from "../router.ts";
import { t } from "../text.ts";
import type { ListFilter, ListTabs } from "./types.ts";
import type { Asked } from "./use-asked.ts";
import { Views } from "./views.tsx";
import { words } from "./words.ts";

/** After so many milliseconds without a key the list follows what was typed. */
const pause = 250;

/** The states of a list as tabs; what else narrows it stays. */
export function Tabs({ tabs, asked }: { tabs: ListTabs; asked: Asked }) {
  const box = useRef<HTMLElement>(null);
  // On a telephone the chosen one may lie beyond the edge.
  useEffect(() => {
    const [row, tab] = [box.current, box.current?.querySelector<HTMLElement>("[aria-current]")];
    if (row && tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [asked.tab]);
  return (
    <nav class="tabs" aria-label={t(words.state)} ref={box}>
      {tabs.options.map(({ value, label, count }) => (
        <a
          class="tabs__tab"
          key={value}
          href={asked.address({ [tabs.name]: value })}
          aria-current={value === asked.tab ? "page" : undefined}
        >
          {label}
          {count && <span class="tabs__count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** What narrows the list: words, choices, kept views. */
export function Bar({ asked, filters }: { asked: Asked; filters: readonly ListFilter[] }) {
  const { path } = usePlace();
  return (
    <search class="list-bar">
      <Find key={path} asked={asked} />
      {filters.map((filter) => (
        <label key={filter.name} class="list-bar__field">
          <span>{filter.label}</span>
          <select
            class="input"
            name={filter.name}
            value={asked.filters[filter.name] ?? ""}
            onChange={(event) => asked.change({ [filter.name]: event.currentTarget.value })}
          >
            <option value="">{t(words.any)}</option>
            {filter.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {asked.narrowed && (
        <a class="button button--quiet" href={asked.address({ q: "", ...Object.fromEntries(filters.map((f) => [f.name, ""])) })}>
          {t(words.clear)}
        </a>
      )}
      <Views />
    </search>
  );
}

function Find({ asked }: { asked: Asked }) {
  const [typed, setTyped] = useState(asked.q);
  const waiting = useRef(0);
  const sent = useRef(asked.q);
  useEffect(() => {
    // The address changed by itself: back, a view, another state.
    if (asked.q !== sent.current) setTyped(asked.q);
    sent.current = asked.q;
  }, [asked.q]);
  const follow = (text: string) => {
    clearTimeout(waiting.current);
    const q = text.trim();
    if (q === asked.q) return;
    sent.current = q;
    // One step to go back to for a search, however many keys it took.
    asked.change({ q }, { replace: Boolean(asked.q) });
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <label class="list-bar__field list-bar__find">
      <span>{t(words.find)}</span>
      <input
        class="input"
        type="search"
        name="q"
        value={typed}
        placeholder={t(words.findHint)}
        autocomplete="off"
        maxLength={100}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          clearTimeout(waiting.current);
          // An input method is still composing.
          if (!(event as InputEvent).isComposing) waiting.current = setTimeout(() => follow(text), pause) as unknown as number;
        }}
        onCompositionEnd={(event) => {
          const text = event.currentTarget.value;
          waiting.current = setTimeout(() => follow(text), pause) as unknown as number;
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") follow(event.currentTarget.value);
        }}
      />
    </label>
  );
}
