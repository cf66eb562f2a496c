import type { Deal, DealEntry } from "@lingxi/core/matching/deal-schema";
import { formatDay, formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../text.ts";
import { Button, Tag } from "../../ui.tsx";
import { words as stepWords } from "../demands/match-words.ts";
import type { Send } from "./deal.tsx";
import { dealWords as words } from "./words-deal.ts";

const tones = { open: "info", yes: "success", no: "error", "not-now": "warning" } as const;

/** Everything that was done with the two, the newest first: when, what, and by whom. */
export function DealHistory({ deal, busy, send }: { deal: Deal; busy: boolean; send?: Send }) {
  const { locale } = useLocale();
  const moment = (at: string) => (at.length > 10 ? formatTime(at, locale) : formatDay(at, locale));
  const says = (entry: DealEntry) => {
    const { what, step, side, status, kind, on, reason } = entry;
    if (what === "step" && step) return [t(stepWords[step]), reason && t(stepWords[reason])].filter(Boolean).join(" · ");
    if ((what === "asked" || what === "answered") && side) return t(words[what], { side: t(stepWords[side]) });
    if (kind) return `${t(words[what as "document"])}：${t(words[`kind-${kind}`])}`;
    return `${t(words[what as "reminder"])} ${on ? formatDay(on, locale) : ""}${status ?? ""}`;
  };
  const back = ({ step, at }: DealEntry) => void send?.("steps/back", { step, on: at }, t(words.takenBack));
  return (
    <section class="stack stack--near" aria-label={t(words.history)}>
      <h2>{t(words.history)}</h2>
      {!deal.history.length && <p class="muted">{t(words.historyNone)}</p>}
      <ol class="history__list">
        {deal.history.map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.step ?? entry.side ?? entry.note ?? ""}`} class="history__one">
            <p class="history__what">
              <b>{says(entry)}</b> {entry.status && <Tag tone={tones[entry.status]}>{t(stepWords[`ask-${entry.status}`])}</Tag>}{" "}
              {entry.related && <Tag tone="warning">{t(stepWords.relatedTag)}</Tag>}
            </p>
            <p class="small muted">
              <time dateTime={entry.at}>{moment(entry.at)}</time>
              {entry.by && ` · ${entry.by.name ?? entry.by.id}`}
              {entry.recordedAt && ` · ${t(words.recordedAt, { at: formatTime(entry.recordedAt, locale) })}`}
            </p>
            {entry.note && <p class="history__remark">{entry.note}</p>}
            {send && entry.what === "step" && (
              <p class="history__tools">
                <Button look="quiet" busy={busy} onClick={() => back(entry)}>
                  {t(words.takeBack)}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
