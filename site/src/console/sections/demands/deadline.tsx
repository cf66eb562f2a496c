import type { DemandDetail } from "@lingxi/core/demand/schema";
import { dayOf, formatDay } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { words } from "./words.ts";

/** The day by which a solution is wanted; marked once it is over while the need is not closed. */
export function Deadline({ demand: { deadline, state } }: { demand: Pick<DemandDetail, "deadline" | "state"> }) {
  const { locale } = useLocale();
  if (!deadline) return <>–</>;
  const overdue = deadline < dayOf(new Date()) && state !== "solved" && state !== "unsolved";
  return (
    <>
      {formatDay(deadline, locale)} {overdue && <Tag tone="warning">{t(words.overdue)}</Tag>}
    </>
  );
}
