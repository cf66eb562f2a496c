import { type CaseRow, type CaseState, caseStates } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useMemo, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { useChainFilter } from "../../review/list.tsx";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import { words } from "./words.ts";

interface Waiting {
  readonly count: number;
  readonly scheduled: number;
  readonly held: number;
  readonly more: boolean;
}

const none: NonNullable<ListOf<CaseRow>["filters"]> = [];
const isState = (value: string | null): value is CaseState => caseStates.some((one) => one === value);

/** Cases by state and chain, or pages by state. */
export function CaseList() {
  const desk = useDesk();
  const { locale } = useLocale();
  const { query } = usePlace();
  const session = useSession();
  const writer = hasRole(session, "editor") || hasRole(session, "organiser");
  const asked = query.get("status");
  const state = isState(asked) ? asked : "published";
  const byChain = useChainFilter();
  const filters = desk.chained ? byChain : none;
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    // The list below says itself when the server is not reached.
    api<Waiting>(`${desk.api}/waiting`).then(setWaiting, () => setWaiting(undefined));
  }, [desk, state]);
  const of = useMemo<ListOf<CaseRow>>(() => {
    const counted: Partial<Record<CaseState, number>> = waiting
      ? { "in-review": waiting.count, scheduled: waiting.scheduled }
      : {};
    const title = (one: CaseRow) => say(one.title, locale) || one.slug || one.id;
    const when = (one: CaseRow) => {
      if (state === "in-review" && one.review) return t(words.since, { time: formatTime(one.review.since, locale) });
      if (state === "scheduled" && one.schedule) return t(words.at, { time: formatTime(one.schedule.publishAt, locale) });
      return formatTime(one.updatedAt, locale);
    };
    const by = (one: CaseRow) =>
      (state === "in-review" ? one.review?.since : state === "scheduled" ? one.schedule?.publishAt : undefined) ?? one.updatedAt;
    return {
      api: desk.api,
      caption: t(words[state]),
      rowId: (one) => one.id,
      rowName: title,
      href: (one) => `${desk.place}/${one.id}`,
      columns: [
        { key: "title", label: t(desk.words.name), cell: title, text: title, width: "wide" },
        {
          key: "state",
          label: t(words.status),
          cell: (one) => <States row={one} />,
          text: (one) =>
            marks(one)
              .map(({ word }) => t(word))
              .join(" "),
        },
        {
          key: "when",
          label: t(state === "in-review" || state === "scheduled" ? words[state] : words.lastChange),
          cell: when,
          text: when,
          by,
          width: "time",
        },
      ],
      tabs: {
        name: "status",
        options: caseStates.map((s) => ({
          value: s,
          label: t(words[s]),
          count: counted[s] ? `${counted[s]}${waiting?.more ? "+" : ""}` : undefined,
        })),
        fallback: "published",
      },
      filters,
      empty: (tab) => {
        const of = isState(tab) ? tab : "published";
        return { title: t(desk.words.emptyTitle[of]), help: t(desk.words.emptyHelp[of]) };
      },
    };
  }, [desk, locale, state, waiting, filters]);
  return (
    <div class="stack">
      <PageTitle title={t(desk.words.title)} intro={t(desk.words.intro)}>
        {writer && <Button onClick={() => go(`${desk.place}/new`)}>{t(desk.words.add)}</Button>}
      </PageTitle>
      {waiting && waiting.held > 0 && (
        <Notice tone="warning">
          <a href={`${desk.place}?status=scheduled`}>{t(words.heldCount, { n: waiting.held })}</a>
        </Notice>
      )}
      <List of={of} />
    </div>
  );
}

/** The state of a case, where its draft stands, and whether that says something else than what is public. */
const marks = ({ status, review, schedule, returned, changed }: CaseRow) => [
  ...(status !== "draft" || !(review || schedule)
    ? [{ word: words[status], tone: status === "published" ? ("success" as const) : ("info" as const) }]
    : []),
  ...(review ? [{ word: words["in-review"], tone: "accent" as const }] : []),
  ...(schedule
    ? [{ word: schedule.held ? words.held : words.scheduled, tone: schedule.held ? ("error" as const) : ("accent" as const) }]
    : []),
  ...(returned ? [{ word: words.returned, tone: "warning" as const }] : []),
  ...(changed && !review && !schedule ? [{ word: words.changed, tone: "warning" as const }] : []),
];

export function States({ row }: { row: CaseRow }) {
  return (
    <span class="tags">
      {marks(row).map(({ word, tone }) => (
        <Tag key={word.en} tone={tone}>
          {t(word)}
        </Tag>
      ))}
    </span>
  );
}
