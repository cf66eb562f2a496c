import { formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../console/text.ts";
import { passes } from "./judge.ts";
import type { Shown } from "./types.ts";
import { verdicts, words } from "./words.ts";

const tones = { entered: "good", new: "good", undone: "plain", double: "warn", unsure: "warn", "turned-away": "warn" } as const;
const signs = { good: "✓", warn: "!", bad: "✕", plain: "↺" } as const;

export const toneOf = ({ verdict }: Shown): keyof typeof signs =>
  verdict in tones ? tones[verdict as keyof typeof tones] : "bad";

/** The answer, read from two steps away: colour, sign, word, name. */
export function Answer({ shown, zone, onUndo }: { shown: Shown | undefined; zone: string; onUndo: (person: string) => void }) {
  const { locale } = useLocale();
  if (!shown)
    return (
      <section class="door-answer" data-tone="none" role="status">
        <p class="door-answer__word">{t(words.ready)}</p>
        <p>{t(words.readyHelp)}</p>
      </section>
    );
  const tone = toneOf(shown);
  const [word, help] = verdicts[shown.verdict];
  const { person, name, organisation, entry } = shown;
  return (
    <section class="door-answer" data-tone={tone} data-verdict={shown.verdict} role={tone === "good" ? "status" : "alert"}>
      <p class="door-answer__word">
        <span class="door-answer__sign" aria-hidden="true">
          {signs[tone]}
        </span>
        {t(word)}
      </p>
      {name && <p class="door-answer__name">{name}</p>}
      {organisation && <p>{organisation}</p>}
      {entry && <p>{t(words.stood, { device: entry.device, at: formatTime(entry.at, locale, zone) })}</p>}
      {t(help) && <p>{t(help)}</p>}
      {passes(shown.verdict) && person && (
        <button class="door-answer__undo" type="button" onClick={() => onUndo(person)}>
          {t(words.undo)}
        </button>
      )}
    </section>
  );
}
