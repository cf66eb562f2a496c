import type { Reminder } from "@lingxi/core/matching/deal-schema";
import { say } from "@lingxi/core/platform/text";
import { dayOf, formatDay } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { words } from "./words.ts";

const shown = 10;

/** The next days on which to look at a match again; those that are due stand first. Nothing where there are none. */
export function Due() {
  const { locale } = useLocale();
  const [items, setItems] = useState<readonly Reminder[]>([]);
  useEffect(() => {
    // The list below says it where nothing can be read.
    api<{ items: Reminder[] }>(`/api/console/matches/reminders?limit=${shown}`).then(
      (page) => setItems(page.items),
      () => setItems([]),
    );
  }, []);
  if (!items.length) return null;
  const today = dayOf(new Date());
  return (
    <section class="stack stack--near" aria-label={t(words.reminders)}>
      <h2>{t(words.reminders)}</h2>
      <ul class="stack stack--near">
        {items.map(({ id, demandId, offerId, title, on, note }) => (
          <li key={id}>
            <a href={`/console/matches/${demandId}/${offerId}`}>{say(title, locale)}</a>{" "}
            <Tag {...(on <= today ? { tone: "warning" as const } : {})}>
              {on <= today ? t(words.due, { on: formatDay(on, locale) }) : formatDay(on, locale)}
            </Tag>{" "}
            <span class="muted">{note || t(words.noteGone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
