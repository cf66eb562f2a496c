import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ProjectRow } from "@lingxi/core/project/schema";
import { useMemo } from "preact/hooks";
import { useChainName } from "../../chains.tsx";
import type { ListColumn } from "../../list/types.ts";
import { listingActions } from "../../review/bulk.ts";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { words } from "./words.ts";

const states = ["submitted", "changes-requested", "listed", "declined", "withdrawn"] as const;
const actions = listingActions<ProjectRow>("projects", words);

/** Projects by state. */
export function ProjectList() {
  const { locale } = useLocale();
  const chainName = useChainName();
  const name = (p: ProjectRow) => say(p.title, locale) || p.id;
  const columns = useMemo<ListColumn<ProjectRow>[]>(
    () => [
      { key: "title", label: t(words.name), cell: name, text: name, width: "wide" },
      { key: "supplier", label: t(common.organisation), cell: (p) => p.organisation, text: (p) => p.organisation },
      { key: "chain", label: t(common.chain), cell: (p) => chainName(p.chain), text: (p) => chainName(p.chain) },
      {
        key: "seeking",
        label: t(words.match),
        cell: (p) => p.seeking && <Tag tone="warning">{t(words.seeking)}</Tag>,
        text: (p) => (p.seeking ? t(words.seeking) : ""),
        width: "narrow",
        aside: true,
      },
      { key: "trl", label: t(words.trl), number: true, cell: (p) => p.trl, text: (p) => p.trl, width: "narrow", aside: true },
      {
        key: "since",
        label: t(common.since),
        cell: (p) => formatTime(p.since, locale),
        text: (p) => formatTime(p.since, locale),
        value: (p) => ({ at: p.since }),
        width: "time",
        own: true,
      },
    ],
    [locale, chainName],
  );
  return <ReviewList section="projects" states={states} words={words} columns={columns} name={name} actions={actions} />;
}
