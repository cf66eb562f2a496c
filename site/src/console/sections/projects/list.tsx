import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ProjectDetail } from "@lingxi/core/project/schema";
import { useChainName } from "../../chains.tsx";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import type { Column } from "../../ui.tsx";
import { words } from "./words.ts";

const states = ["submitted", "changes-requested", "listed", "declined", "withdrawn"] as const;

/** Projects by state. */
export function ProjectList() {
  const { locale } = useLocale();
  const chainName = useChainName();
  const columns: Column<ProjectDetail>[] = [
    {
      key: "title",
      label: t(words.name),
      cell: (p) => <a href={`/console/projects/${p.id}`}>{say(p.title, locale) || p.id}</a>,
    },
    { key: "supplier", label: t(common.organisation), cell: (p) => p.organisation },
    { key: "chain", label: t(common.chain), cell: (p) => chainName(p.chain) },
    { key: "trl", label: t(words.trl), number: true, cell: (p) => p.trl },
    { key: "since", label: t(common.since), cell: (p) => formatTime(p.since, locale) },
  ];
  return <ReviewList section="projects" states={states} words={words} columns={columns} />;
}
