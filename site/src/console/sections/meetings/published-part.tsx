import type { MeetingDesk as DeskData, DeskRow } from "@lingxi/core/meeting/schema";
import { formatRange } from "@lingxi/core/platform/time";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, type Column, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

type Verdict = NonNullable<DeskRow["verdict"]>;

interface Props {
  desk: DeskData;
  onNote: (meetingId: string, said: Partial<Verdict>) => void;
}

/** What is published, and how each meeting went once it has begun. */
export function PublishedPart({ desk, onNote }: Props) {
  const { locale } = useLocale();
  const session = useSession();
  const may = hasRole(session, "organiser") || hasRole(session, "check-in");
  const now = new Date().toISOString();
  const outcome = ({ id, startsAt, verdict }: DeskRow) => (
    <>
      {verdict && <Tag tone={verdict.outcome === "held" ? "success" : "warning"}>{t(words[verdict.outcome])}</Tag>}{" "}
      {verdict?.followUp && <Tag tone="accent">{t(words.figFollowUp)}</Tag>}{" "}
      {verdict?.again && <Tag tone="accent">{t(words.figAgain)}</Tag>}
      {may && startsAt <= now && (
        <span class="actions">
          {(["held", "absent"] as const).map((one) => (
            <Button key={one} look="quiet" onClick={() => onNote(id, { ...verdict, outcome: one })}>
              {t(words[one])}
            </Button>
          ))}
          {verdict?.outcome === "held" && !verdict.followUp && (
            <Button look="quiet" onClick={() => onNote(id, { ...verdict, followUp: true })}>
              {t(words.markFollowUp)}
            </Button>
          )}
          {verdict?.outcome === "held" && !verdict.again && (
            <Button look="quiet" onClick={() => onNote(id, { ...verdict, again: true })}>
              {t(words.markAgain)}
            </Button>
          )}
        </span>
      )}
    </>
  );
  const columns: Column<DeskRow>[] = [
    { key: "slot", label: t(words.slot), cell: (r) => formatRange(r.startsAt, r.endsAt, locale, desk.timeZone) },
    { key: "table", label: t(words.table), cell: (r) => r.table },
    { key: "who", label: t(words.who), cell: (r) => `${r.a} — ${r.b}` },
    { key: "outcome", label: t(words.outcome), cell: outcome },
  ];
  return (
    <section class="stack" aria-label={t(words.agenda)}>
      <h2>{t(words.agenda)}</h2>
      {desk.rows.length ? (
        <Table caption={t(words.agenda)} columns={columns} rows={desk.rows} rowKey={(r) => r.id} />
      ) : (
        <p class="muted">{t(words.agendaNone)}</p>
      )}
    </section>
  );
}
