import type { DemandRow } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { useChainName } from "../../chains.tsx";
import type { ListColumn } from "../../list/types.ts";
import { listingActions } from "../../review/bulk.ts";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { Deadline } from "./deadline.tsx";
import { words } from "./words.ts";

/** Listed needs are told apart by where they stand. */
const states = ["submitted", "changes-requested", "open", "in-contact", "solved", "unsolved", "declined", "withdrawn"] as const;
const actions = listingActions<DemandRow>("demands", words);

/** Needs by state. */
export function DemandList() {
  const { locale } = useLocale();
  const chainName = useChainName();
  const name = (d: DemandRow) => say(d.title, locale) || d.id;
  const columns = useMemo<ListColumn<DemandRow>[]>(() => {
    const since = (d: DemandRow) => formatTime(d.status === "listed" ? (d.stateSince ?? d.since) : d.since, locale);
    return [
      { key: "title", label: t(words.name), cell: name, text: name, width: "wide" },
      { key: "organisation", label: t(common.organisation), cell: (d) => d.organisation, text: (d) => d.organisation },
      { key: "chain", label: t(common.chain), cell: (d) => chainName(d.chain), text: (d) => chainName(d.chain) },
      {
        key: "deadline",
        label: t(words.deadline),
        cell: (d) => (
          <>
            <Deadline demand={d} /> {d.stale && <Tag tone="warning">{t(words.stale)}</Tag>}
          </>
        ),
        text: (d) => d.deadline,
        value: (d) => d.deadline && { day: d.deadline },
        width: "time",
        aside: true,
      },
      {
        key: "since",
        label: t(common.since),
        cell: since,
        text: since,
        value: (d) => ({ at: d.since }),
        width: "time",
        own: true,
      },
    ];
  }, [locale, chainName]);
  return (
    <ReviewList section="demands" states={states} words={words} columns={columns} name={name} actions={actions}>
      <a class="button button--quiet" href="/console/demands/board">
        {t(words.board)}
      </a>
      <a class="button" href="/console/demands/new">
        {t(words.enter)}
      </a>
    </ReviewList>
  );
}
