import { say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, type FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { type FoundThing, lookUp, type PublicKind, remember, search } from "../../public-things.ts";
import { t, useLocale } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { words } from "./blocks-words.ts";

interface Props {
  name: string;
  label: string;
  hint: string;
  kind: PublicKind;
  id: string;
  onInput: (id: string) => void;
  errors: readonly FieldProblem[];
}

/** One public thing, chosen by searching titles. */
export function ThingField({ name, label, hint, kind, id, onInput, errors }: Props) {
  const { locale } = useLocale();
  const [thing, setThing] = useState<FoundThing | null>();
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly FoundThing[]>([]);
  const [told, tell] = useState("");
  useEffect(() => {
    let current = true;
    setThing(undefined);
    if (id)
      lookUp(kind, id).then(
        (one) => current && setThing(one),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [kind, id]);
  const choose = (one: FoundThing) => {
    remember(one);
    onInput(one.id);
    setQ("");
    setFound([]);
    tell("");
  };
  const look = async () => {
    if (!q.trim()) return;
    tell("");
    try {
      const things = await search(kind, q);
      const [one] = things;
      if (one && things.length === 1) return choose(one);
      setFound(things);
      if (!one) tell(t(words.none));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      tell(t(words.unsearchable));
    }
  };
  const error = errors.find(({ field }) => field === name)?.message;
  return (
    <div class={error ? "field field--error" : "field"} id={idOf(name)}>
      <label class="field__label" for={`${idOf(name)}-q`}>
        {label}
      </label>
      <span class="field__hint">{hint}</span>
      {error && <span class="field__error">{error}</span>}
      {id && (
        <p class="block-chosen">
          {thing === null ? t(words.gone) : t(words.chosen, { title: thing ? say(thing.title, locale) : id })}
        </p>
      )}
      <div class="block-search">
        <input
          id={`${idOf(name)}-q`}
          class="input"
          type="search"
          value={q}
          placeholder={t(words.findHint)}
          onInput={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void look();
          }}
        />
        <Button look="quiet" onClick={() => void look()}>
          {t(words.find)}
        </Button>
      </div>
      {found.length > 0 && (
        <ul class="block-found">
          {found.map((one) => (
            <li key={one.id}>
              <Button look="quiet" onClick={() => choose(one)}>
                {say(one.title, locale)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p class="small muted" role="status">
        {told}
      </p>
    </div>
  );
}
