import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { words } from "./agenda-words.ts";

/** Somebody whom the talent pool shows. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
}

interface Props {
  readonly name: string;
  /** The id, or what was typed before. */
  readonly value: string;
  readonly onPick: (talent: Shown | undefined) => void;
  readonly errors: readonly FieldProblem[];
}

/** Who of the talent pool a speaker is: found by name, expertise or organisation, or none. */
export function TalentField({ name, value, onPick, errors }: Props) {
  const [shown, setShown] = useState<Shown>();
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly Shown[]>([]);
  const [told, tell] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!value || shown?.id === value) return;
    // One who is not shown any more stands there by the number.
    api<Shown>(`/api/talents/${encodeURIComponent(value)}`).then(setShown, () => setShown(undefined));
  }, [value]);
  const pick = (talent: Shown | undefined) => {
    setShown(talent);
    setFound([]);
    setQ("");
    tell(talent ? t(words.talentPicked, { name: talent.name }) : "");
    onPick(talent);
  };
  const search = async () => {
    if (!q.trim() || busy) return;
    setBusy(true);
    tell("");
    try {
      const answer = await api<{ entries: readonly { thing: Shown }[] }>(`/api/find?of=talents&q=${encodeURIComponent(q)}`);
      const things = answer.entries.slice(0, 6).map(({ thing }) => thing);
      setFound(things);
      if (!things.length) tell(t(words.talentNone));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      tell(error.message);
    } finally {
      setBusy(false);
    }
  };
  const wrong = errors.find(({ field }) => field === name)?.message;
  const id = idOf(name);
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t(words.talent)}
      </label>
      {wrong && <span class="field__error">{wrong}</span>}
      {value ? (
        <p class="actions" id={id} tabIndex={-1}>
          <a href={`/talents/${value}/`} target="_blank" rel="noopener">
            {shown?.id === value ? `${shown.name} · ${shown.organisation}` : value}
          </a>
          <Button look="quiet" onClick={() => pick(undefined)}>
            {t(words.talentOff)}
          </Button>
        </p>
      ) : (
        <div class="links__search">
          <input
            id={id}
            class="input"
            type="search"
            value={q}
            placeholder={t(words.talentHint)}
            onInput={(event) => setQ(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void search();
            }}
          />
          <Button look="quiet" busy={busy} onClick={() => void search()}>
            {t(words.talentFind)}
          </Button>
        </div>
      )}
      {found.length > 0 && (
        <ul class="links__found">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" class="links__choice" onClick={() => pick(one)}>
                {one.name} · {one.organisation}
              </button>
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
