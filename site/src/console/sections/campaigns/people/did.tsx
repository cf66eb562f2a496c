import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../../text.ts";
import { Table } from "../../../ui.tsx";
import { useActivities } from "./choices.ts";
import type { ContactView } from "./types.ts";
import { words } from "./words.ts";

const deeds = ["attended", "registered", "waiting", "invited"] as const;

/** What somebody did with events. */
export function Did({ view: { activities, matchedAt } }: { readonly view: ContactView }) {
  const { locale } = useLocale();
  const known = useActivities();
  const rows = Object.entries(activities).filter(([, doing]) => deeds.some((deed) => doing[deed]));
  if (!rows.length && !matchedAt) return null;
  const titleOf = (id: string) => {
    const found = known.find((activity) => activity.id === id);
    return found ? say(found.title, locale) : id;
  };
  return (
    <section class="stack">
      <h2>{t(words.did)}</h2>
      {matchedAt && <p>{t(words.matched, { at: formatTime(matchedAt, locale) })}</p>}
      {rows.length > 0 && (
        <Table
          caption={t(words.did)}
          rows={rows}
          rowKey={([id]) => id}
          columns={[
            { key: "title", label: t(words.did), cell: ([id]) => <a href={`/console/activities/${id}`}>{titleOf(id)}</a> },
            {
              key: "did",
              label: t(words.didWhat),
              cell: ([, doing]) =>
                deeds
                  .filter((deed) => doing[deed])
                  .map((deed) => t(words[deed]))
                  .join(" · "),
            },
          ]}
        />
      )}
    </section>
  );
}
