import { useRef, useState } from "preact/hooks";
import { usePlace } from "../router.ts";
import { t } from "../text.ts";
import { Button, Field } from "../ui.tsx";
import { readViews, type View, writeViews } from "./kept-views.ts";
import { words } from "./words.ts";

/** Kept views of the list at this address, and the way to keep another one. */
export function Views() {
  const { path, query } = usePlace();
  const [views, setViews] = useState<readonly View[]>(() => readViews(path));
  const [name, setName] = useState("");
  const [told, setTold] = useState("");
  const box = useRef<HTMLDetailsElement>(null);
  const put = (next: readonly View[]) => {
    writeViews(path, next);
    setViews(next);
  };
  const close = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        box.current?.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) close();
      }}
    >
      <summary class="button button--quiet">{t(words.views)}</summary>
      <div class="menu__box stack">
        {views.length === 0 && <p class="muted">{t(words.viewsNone)}</p>}
        {views.length > 0 && (
          <ul class="menu__list">
            {views.map((view) => (
              <li key={view.name}>
                <a href={`${path}?${view.query}`} onClick={close}>
                  {view.name}
                </a>
                <button
                  type="button"
                  aria-label={t(words.viewRemove, { name: view.name })}
                  onClick={() => put(views.filter((one) => one !== view))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <form
          class="stack stack--near"
          onSubmit={(event) => {
            event.preventDefault();
            const called = name.trim();
            if (!called) return;
            put([...views.filter((one) => one.name !== called), { name: called, query: query.toString() }]);
            setName("");
            setTold(t(words.viewKept));
          }}
        >
          <Field name="view-name" label={t(words.viewName)} value={name} onInput={setName} required />
          <Button type="submit" look="quiet">
            {t(words.viewSave)}
          </Button>
          <p role="status" class="muted">
            {told}
          </p>
        </form>
      </div>
    </details>
  );
}
