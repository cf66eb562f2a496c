import type { Chain } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { api, type FieldProblem } from "./api.ts";
import { idOf } from "./fields.tsx";
import { useLocale } from "./text.ts";

let kept: Promise<readonly Chain[]> | undefined;

/** The industry chains, asked for once. */
export function useChains(): readonly Chain[] {
  const [chains, setChains] = useState<readonly Chain[]>([]);
  useEffect(() => {
    kept ??= api<{ items: Chain[] }>("/api/chains").then(({ items }) => items);
    kept.then(setChains, () => {
      kept = undefined;
    });
  }, []);
  return chains;
}

interface ChainsProps {
  name: string;
  label: string;
  hint?: string;
  value: readonly string[];
  onInput: (value: string[]) => void;
  errors?: readonly FieldProblem[];
}

/** Any number of industry chains, ticked. */
export function ChainsField({ name, label, hint, value, onInput, errors }: ChainsProps) {
  const chains = useChains();
  const { locale } = useLocale();
  const error = errors?.find((e) => e.field === name || e.field.startsWith(`${name}.`))?.message;
  return (
    <fieldset class={error ? "field field--error" : "field"} id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      {hint && <span class="field__hint">{hint}</span>}
      {error && <span class="field__error">{error}</span>}
      <div class="choices choices--many">
        {chains.map(({ id, name: chain }) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={value.includes(id)}
              onChange={(e) => onInput(e.currentTarget.checked ? [...value, id] : value.filter((v) => v !== id))}
            />
            <span>{chain[locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
