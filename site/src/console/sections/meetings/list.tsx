import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { t, useLocale } from "../../text.ts";
import { PageTitle } from "../../ui.tsx";
import type { ActivityRow } from "../activities/types.ts";
import { words } from "./words.ts";

/** Matchmaking activities, the latest first. */
export function MeetingList() {
  const { locale } = useLocale();
  const of = useMemo<ListOf<ActivityRow>>(() => {
    const title = (a: ActivityRow) => say(a.title, locale);
    const when = (a: ActivityRow) => formatTime(a.startsAt, locale, a.timeZone);
    return {
      api: "/api/console/meetings",
      caption: t(words.title),
      rowId: (a) => a.id,
      rowName: title,
      href: (a) => `/console/meetings/${a.id}`,
      columns: [
        { key: "title", label: t(words.activity), cell: title, text: title, width: "wide" },
        {
          key: "when",
          label: t(words.when),
          cell: when,
          text: when,
          value: (a) => ({ at: a.startsAt }),
          width: "time",
          own: true,
        },
        { key: "taken", label: t(words.seats), number: true, cell: (a) => a.taken, text: (a) => a.taken, width: "narrow" },
      ],
      empty: () => ({ title: t(words.noActivity), help: t(words.noActivityHelp) }),
      most: 100,
    };
  }, [locale]);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      <List of={of} />
    </div>
  );
}
