import type { MeetingDesk as DeskData, DeskRow } from "@lingxi/core/meeting/schema";
import { causeWords } from "@lingxi/core/meeting/schema";
import { formatRange, formatTime } from "@lingxi/core/platform/time";
import { t, useLocale } from "../../text.ts";
import { Button, type Column, Notice, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

type Draft = NonNullable<DeskData["draft"]>;
type Left = Draft["unplaced"][number];

interface Props {
  desk: DeskData;
  draft: Draft;
  onPublish?: (version: number) => void;
  /** Changes a part of the setup. */
  onChange?: (patch: object) => void;
}

/** How good the draft is known to be. */
function quality({ missing, breaks, bound, kind }: Draft): string {
  if (kind === "repair") return "";
  if (missing > bound.missing) return t(words.gapMissing, { bound: bound.missing, missing });
  return breaks > bound.breaks ? t(words.gap, { bound: bound.breaks, breaks }) : t(words.optimal);
}

/** What was proposed: how good it is, what it changes, what found no slot. */
export function DraftPart({ desk, draft, onPublish, onChange }: Props) {
  const { locale } = useLocale();
  const pins = desk.setup?.pins ?? [];
  const table = (name: string) => desk.setup?.tables.find((one) => one.name === name)?.id;
  const pin = (row: DeskRow) =>
    onChange?.({
      pins: pins.some((one) => one.id === row.id)
        ? pins.filter((one) => one.id !== row.id)
        : [...pins, { id: row.id, at: row.startsAt, table: table(row.table) }],
    });
  const change = (row: DeskRow) =>
    row.was
      ? t(words.moved, { at: formatTime(row.was.startsAt, locale, desk.timeZone), table: row.was.table })
      : t(row.fresh ? words.fresh : words.stays);
  const columns: Column<DeskRow>[] = [
    { key: "slot", label: t(words.slot), cell: (r) => formatRange(r.startsAt, r.endsAt, locale, desk.timeZone) },
    { key: "table", label: t(words.table), cell: (r) => r.table },
    { key: "who", label: t(words.who), cell: (r) => `${r.a} — ${r.b}` },
    ...(desk.publishedAt
      ? [
          {
            key: "change",
            label: t(words.change),
            cell: (r: DeskRow) => (r.was || r.fresh ? <Tag tone="accent">{change(r)}</Tag> : change(r)),
          },
        ]
      : []),
    ...(onChange
      ? [
          {
            key: "pin",
            label: t(words.pinned),
            cell: (r: DeskRow) => (
              <Button look="quiet" onClick={() => pin(r)}>
                {t(pins.some(({ id }) => id === r.id) ? words.unpin : words.pin)}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const left: Column<Left>[] = [
    { key: "who", label: t(words.who), cell: (r) => `${r.a} — ${r.b}` },
    { key: "why", label: t(words.why), cell: (r) => [t(causeWords[r.cause]), r.who].filter(Boolean).join(" · ") },
  ];
  const { rows, unplaced, gone, breaks, spread } = draft;
  const [moved, fresh] = [rows.filter(({ was }) => was).length, rows.filter((row) => row.fresh).length];
  return (
    <section class="stack" aria-label={t(words.draft)}>
      <div class="section-head">
        <h2>{t(words.draft)}</h2>
        {onPublish && <Button onClick={() => onPublish(draft.version)}>{t(words.publish)}</Button>}
      </div>
      <Notice>
        <p>{t(words.draftMeetings, { rows: rows.length, unplaced: unplaced.length, breaks, spread })}</p>
        {quality(draft) && <p>{quality(draft)}</p>}
        {desk.publishedAt && <p>{t(words.repairSays, { moved, fresh, gone: gone.length })}</p>}
        <p>{t(words.publishHelp)}</p>
      </Notice>
      {unplaced.length > 0 && (
        <>
          <h3>{t(words.unplaced)}</h3>
          <Table caption={t(words.unplaced)} columns={left} rows={unplaced} rowKey={(r) => r.id} />
        </>
      )}
      {gone.length > 0 && (
        <>
          <h3>{t(words.gone)}</h3>
          <Table caption={t(words.gone)} columns={columns.slice(0, 3)} rows={gone} rowKey={(r) => r.id} />
        </>
      )}
      <Table
        caption={t(words.draft)}
        columns={columns}
        rows={rows.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))}
        rowKey={(r) => r.id}
      />
    </section>
  );
}
