import { formatTime } from "@lingxi/core/platform/time";
import type { TalentRow } from "@lingxi/core/talent/schema";
import { useMemo } from "preact/hooks";
import type { BulkAction, ListColumn } from "../../list/types.ts";
import { ReviewList } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { t, useLocale } from "../../text.ts";
import { words } from "./words.ts";

const states = ["applied", "approved", "declined", "withdrawn"] as const;

const actions: readonly BulkAction<TalentRow>[] = [
  {
    key: "approve",
    label: words.approve,
    help: words.approveMany,
    fits: (p) => p.status === "applied",
    call: (p) => ({ path: `/api/console/talents/${p.id}/approve`, body: { version: p.version } }),
  },
  {
    key: "decline",
    label: words.decline,
    help: words.declineHelp,
    look: "danger",
    asks: common.reason,
    fits: (p) => p.status === "applied" || p.status === "approved",
    call: (p, remark) => ({ path: `/api/console/talents/${p.id}/decline`, body: { version: p.version, remark } }),
  },
];

/** People by state. */
export function TalentList() {
  const { locale } = useLocale();
  const name = (p: TalentRow) => p.name || t(words.left);
  const columns = useMemo<ListColumn<TalentRow>[]>(() => {
    const expertise = (p: TalentRow) => p.expertise.join(locale === "en" ? ", " : "、");
    const since = (p: TalentRow) => formatTime(p.since, locale);
    return [
      { key: "name", label: t(words.name), cell: name, text: name },
      { key: "organisation", label: t(common.organisation), cell: (p) => p.organisation, text: (p) => p.organisation },
      { key: "position", label: t(words.position), cell: (p) => p.title, text: (p) => p.title, aside: true },
      { key: "expertise", label: t(words.expertise), cell: expertise, text: expertise, width: "wide" },
      {
        key: "since",
        label: t(common.since),
        cell: since,
        text: since,
        value: (p) => ({ at: p.since }),
        width: "time",
        own: true,
      },
    ];
  }, [locale]);
  return <ReviewList section="talents" states={states} words={words} columns={columns} name={name} actions={actions} />;
}
