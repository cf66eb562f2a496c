import { say } from "@lingxi/core/platform/text";
import { t, useLocale } from "../../text.ts";
import { Checkbox } from "../../ui.tsx";
import type { Draft } from "./draft.ts";
import { words } from "./ticket-words.ts";
import type { ActivityRow } from "./types.ts";

interface Props {
  row: ActivityRow;
  draft: Draft;
  value: readonly string[];
  onInput: (value: readonly string[]) => void;
}

/** The quotas that the draft sets below what is taken: each is confirmed by its name, or the API refuses it with the number. */
export function OverBooked({ row, draft, value, onInput }: Props) {
  const { locale } = useLocale();
  const quotas = [
    { id: "whole", name: t(words.whole), taken: row.taken, size: Number(draft.capacity) },
    ...draft.quotas.map(({ id, name, size }) => ({
      id,
      name: say(name, locale),
      taken: row.quotas?.find((quota) => quota.id === id)?.taken ?? 0,
      size: Number(size),
    })),
  ];
  return (
    <>
      {quotas
        .filter(({ taken, size }) => taken > size)
        .map(({ id, name, taken, size }) => (
          <Checkbox
            key={id}
            name={`overbooked.${id}`}
            label={t(words.over, { name, taken, size })}
            checked={value.includes(id)}
            onChange={(yes) => onInput(yes ? [...value, id] : value.filter((one) => one !== id))}
          />
        ))}
    </>
  );
}
