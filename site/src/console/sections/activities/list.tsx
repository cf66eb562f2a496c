import { activityKinds, activityStatuses } from "@lingxi/core/activity/kinds-schema";
import { stageOf } from "@lingxi/core/activity/stages-schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { useChainFilter } from "../../review/list.tsx";
import { go } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, PageTitle } from "../../ui.tsx";
import { words as more } from "./authoring-words.ts";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

/** Activities by state, kind and chain. */
export function ActivityList() {
  const { locale } = useLocale();
  const mayAdd = hasRole(useSession(), "organiser");
  const chain = useChainFilter();
  const of = useMemo<ListOf<ActivityRow>>(() => {
    const title = (a: ActivityRow) => say(a.title, locale);
    const when = (a: ActivityRow) => formatTime(a.startsAt, locale, a.timeZone);
    const kind = (a: ActivityRow) => t(words[a.kind]);
    const stage = (a: ActivityRow) => t(more.stages[stageOf(a, new Date().toISOString())]);
    const seats = (a: ActivityRow) => `${a.taken} / ${a.capacity}`;
    return {
      api: "/api/console/activities",
      caption: t(words.title),
      rowId: (a) => a.id,
      rowName: title,
      href: (a) => `/console/activities/${a.id}`,
      columns: [
        { key: "title", label: t(words.name), cell: title, text: title, width: "wide" },
        { key: "kind", label: t(words.kind), cell: kind, text: kind, aside: true },
        {
          key: "when",
          label: t(words.when),
          cell: when,
          text: when,
          value: (a) => ({ at: a.startsAt }),
          width: "time",
          own: true,
        },
        { key: "stage", label: t(words.status), cell: stage, text: stage, aside: true },
        { key: "seats", label: t(words.seats), number: true, cell: seats, text: seats, by: (a) => a.taken, width: "narrow" },
        {
          key: "waiting",
          label: t(words.waiting),
          number: true,
          cell: (a) => a.waiting,
          text: (a) => a.waiting,
          width: "narrow",
          aside: true,
        },
      ],
      tabs: { name: "status", options: activityStatuses.map((s) => ({ value: s, label: t(words[s]) })), fallback: "published" },
      filters: [
        { name: "kind", label: t(words.kind), options: activityKinds.map((k) => ({ value: k, label: t(words[k]) })) },
        ...chain,
      ],
      actions: [
        {
          key: "publish",
          label: words.publish,
          help: words.publishMany,
          fits: (a) => a.status === "draft",
          call: (a) => ({ path: `/api/console/activities/${a.id}/publish`, body: { version: a.version } }),
        },
      ],
      empty: () => ({ title: t(words.emptyTitle), help: t(words.emptyHelp) }),
      most: 100,
    };
  }, [locale, chain]);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {mayAdd && <Button onClick={() => go("/console/activities/new")}>{t(words.add)}</Button>}
      </PageTitle>
      <List of={of} />
    </div>
  );
}
