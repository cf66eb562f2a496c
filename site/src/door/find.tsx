import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, useLocale } from "../console/text.ts";
import { Tag } from "../console/ui.tsx";
import type { View } from "./keeper.ts";
import { isCode } from "./scanner.ts";
import { search } from "./search.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly onLetIn: (person: string) => void;
  readonly onUndo: (person: string) => void;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}

/** Somebody who has no code to show: found by name, its sound, organisation or the end of the number. */
export function Find({ view, onLetIn, onUndo, onCode, onClose }: Props) {
  const { locale } = useLocale();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = search(view.tickets.values(), typed);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isCode(typed)) {
      onCode(typed);
      setTyped("");
    }
  };
  return (
    <section class="door-sheet stack">
      <form class="field" onSubmit={submit}>
        <label class="field__label" for="door-find">
          {t(words.findLabel)}
        </label>
        <span class="field__hint" id="door-find-hint">
          {t(words.findHelp)}
        </span>
        <input
          ref={field}
          id="door-find"
          class="input"
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          aria-describedby="door-find-hint"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      {typed.trim() && found.length === 0 && (
        <p class="muted" role="status">
          {t(words.nobody)}
        </p>
      )}
      <ul class="door-found">
        {found.map(([person, number, state, name, organisation]) => {
          const entry = view.entries.get(person);
          const isIn = entry?.status === "in";
          return (
            <li key={person}>
              <div>
                <strong>{name}</strong> <span class="small muted">{number.toUpperCase()}</span>
                <br />
                <span class="small muted">{organisation}</span>
                {isIn && entry && (
                  <span class="small">
                    <br />
                    {t(words.byDevice, { device: entry.device, at: formatTime(entry.at, locale, view.state.timeZone) })}
                  </span>
                )}
              </div>
              {isIn ? (
                <>
                  <Tag tone="success">{t(words.isIn)}</Tag>
                  <button class="button button--quiet" type="button" onClick={() => onUndo(person)}>
                    {t(words.undo)}
                    <span class="visually-hidden"> {name}</span>
                  </button>
                </>
              ) : state === 0 ? (
                <button class="button" type="button" onClick={() => onLetIn(person)}>
                  {t(words.letIn)}
                  <span class="visually-hidden"> {name}</span>
                </button>
              ) : (
                <Tag tone="warning">{t(words.waitingTag)}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      <button class="button button--quiet" type="button" onClick={onClose}>
        {t(words.close)}
      </button>
    </section>
  );
}
