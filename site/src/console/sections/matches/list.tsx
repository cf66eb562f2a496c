import type { Ask } from "@lingxi/core/matching/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { useChainFilter } from "../../review/list.tsx";
import { t, useLocale } from "../../text.ts";
import { PageTitle, Tag } from "../../ui.tsx";
import { Due } from "./due.tsx";
import { words } from "./words.ts";

const states = ["open", "yes", "not-now", "no"] as const;
const day = 86_400_000;
/** Whole days since then. */
const days = ({ since }: Ask) => Math.floor((Date.now() - Date.parse(since)) / day);

/** Everybody who was asked: who has not answered stands first, the longest waiting on top. */
export function MatchDesk() {
  const { locale } = useLocale();
  const chains = useChainFilter();
  const of = useMemo<ListOf<Ask>>(() => {
    const offer = (ask: Ask) => say(ask.offerTitle, locale) || t(words[ask.kind]);
    return {
      api: "/api/console/matches/asks",
      caption: t(words.title),
      rowId: ({ id }) => id,
      rowName: (ask) => say(ask.demandTitle, locale),
      href: ({ demandId, offerId }) => `/console/matches/${demandId}/${offerId}`,
      columns: [
        {
          key: "need",
          label: t(words.demand),
          cell: (ask) => say(ask.demandTitle, locale),
          text: (ask) => say(ask.demandTitle, locale),
          width: "wide",
        },
        {
          key: "offer",
          label: t(words.supply),
          cell: (ask) => (
            <>
              <Tag>{t(words[ask.kind])}</Tag> {say(ask.offerTitle, locale)}
            </>
          ),
          text: offer,
          width: "wide",
        },
        {
          key: "side",
          label: t(words.side),
          cell: (ask) => t(words[ask.side]),
          text: (ask) => t(words[ask.side]),
          width: "narrow",
        },
        {
          key: "related",
          label: t(words.related),
          cell: ({ related }) => related && <Tag tone="warning">{t(words.yesRelated)}</Tag>,
          text: ({ related }) => (related ? t(words.yesRelated) : ""),
          width: "narrow",
          aside: true,
        },
        { key: "note", label: t(words.note), cell: ({ note }) => note, text: ({ note }) => note, aside: true },
        { key: "days", label: t(words.days), cell: days, text: days, number: true, width: "narrow" },
        {
          key: "since",
          label: t(words.since),
          cell: (ask) => formatTime(ask.since, locale),
          text: (ask) => formatTime(ask.since, locale),
          value: (ask) => ({ at: ask.since }),
          width: "time",
          own: true,
          aside: true,
        },
      ],
      tabs: { name: "status", options: states.map((value) => ({ value, label: t(words[`is-${value}`]) })), fallback: "open" },
      filters: [
        ...chains,
        {
          name: "side",
          label: t(words.side),
          options: (["need", "offer"] as const).map((value) => ({ value, label: t(words[value]) })),
        },
      ],
      empty: () => ({ title: t(words.emptyTitle), help: t(words.emptyHelp) }),
      order: (tab) => (tab === "open" ? "oldest" : "newest"),
    };
  }, [locale, chains]);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      <Due />
      <List of={of} />
    </div>
  );
}
