import { type News, toldOf } from "@lingxi/core/activity/stages-schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t } from "../../text.ts";
import { Table } from "../../ui.tsx";
import { words } from "./authoring-words.ts";
import type { Standing } from "./types.ts";

const groups = ["confirmed", "offered", "waitlisted", "requested"] as const;

/** Those who are registered now, by how they stand, with the mail that each of them gets; asked for when it is shown. */
export function Told({ activityId, news }: { activityId: string; news: Exclude<News, "reminder"> | undefined }) {
  const [standing, setStanding] = useState<Standing>();
  useEffect(() => {
    setStanding(undefined);
    api<Standing>(`/api/console/activities/${activityId}/standing`).then(setStanding, () => {});
  }, [activityId]);
  if (!standing) return <p role="status">{t(words.counting)}</p>;
  const rows = groups.map((group) => ({ group, n: standing[group] })).filter(({ n }) => n > 0);
  if (rows.length === 0) return <p>{t(words.nobody)}</p>;
  const gets = (group: (typeof groups)[number]) => news !== undefined && toldOf[news].includes(group);
  const mail = (group: (typeof groups)[number]) =>
    !gets(group)
      ? t(words.none)
      : news === "moved"
        ? t(words.movedMail)
        : t(group === "confirmed" ? words.offMailSeated : words.offMail);
  return (
    <>
      <Table
        caption={t(words.who)}
        columns={[
          { key: "who", label: t(words.who), cell: ({ group }) => t(words[group]) },
          { key: "n", label: t(words.count), cell: ({ n }) => n, number: true },
          { key: "mail", label: t(words.mail), cell: ({ group }) => mail(group) },
        ]}
        rows={rows}
        rowKey={({ group }) => group}
      />
      <p>{t(words.total, { n: rows.reduce((sum, { group, n }) => sum + (gets(group) ? n : 0), 0) })}</p>
      {standing.about && <p class="small">{t(words.about)}</p>}
    </>
  );
}
