import { formatTime } from "@lingxi/core/platform/time";
import type { TalentDetail } from "@lingxi/core/talent/schema";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import type { Column } from "../../ui.tsx";
import { words } from "./words.ts";

const states = ["applied", "approved", "declined", "withdrawn"] as const;

/** People by state. */
export function TalentList() {
  const { locale } = useLocale();
  const columns: Column<TalentDetail>[] = [
    { key: "name", label: t(words.name), cell: (p) => <a href={`/console/talents/${p.id}`}>{p.name || t(words.left)}</a> },
    { key: "organisation", label: t(common.organisation), cell: (p) => p.organisation },
    { key: "position", label: t(words.position), cell: (p) => p.title },
    { key: "expertise", label: t(words.expertise), cell: (p) => p.expertise.join(locale === "en" ? ", " : "、") },
    { key: "since", label: t(common.since), cell: (p) => formatTime(p.since, locale) },
  ];
  return <ReviewList section="talents" states={states} words={words} columns={columns} />;
}
