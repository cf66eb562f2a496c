import type { DemandDetail } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useChainName } from "../../chains.tsx";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import type { Column } from "../../ui.tsx";
import { Deadline } from "./deadline.tsx";
import { words } from "./words.ts";

/** Listed needs are told apart by where they stand. */
const states = ["submitted", "changes-requested", "open", "in-contact", "solved", "unsolved", "declined", "withdrawn"] as const;

/** Needs by state. */
export function DemandList() {
  const { locale } = useLocale();
  const chainName = useChainName();
  const since = (d: DemandDetail) => (d.status === "listed" ? (d.stateSince ?? d.since) : d.since);
  const columns: Column<DemandDetail>[] = [
    {
      key: "title",
      label: t(words.name),
      cell: (d) => <a href={`/console/demands/${d.id}`}>{say(d.title, locale) || d.id}</a>,
    },
    { key: "organisation", label: t(common.organisation), cell: (d) => d.organisation },
    { key: "chain", label: t(common.chain), cell: (d) => chainName(d.chain) },
    { key: "deadline", label: t(words.deadline), cell: (d) => <Deadline demand={d} /> },
    { key: "since", label: t(common.since), cell: (d) => formatTime(since(d), locale) },
  ];
  return (
    <ReviewList section="demands" states={states} words={words} columns={columns}>
      <a class="button" href="/console/demands/new">
        {t(words.enter)}
      </a>
    </ReviewList>
  );
}
