import type { Words } from "@lingxi/core/platform/text";
import { formatTime, homeZone } from "@lingxi/core/platform/time";
import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { currentLocale, t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Tag } from "../../ui.tsx";
import { Parts } from "../outcome/parts.tsx";
import { saveBadges, saveDoorList } from "./prints.ts";
import { words } from "./words.ts";

interface AttendanceRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone?: string;
  readonly came: boolean;
  readonly at?: string;
  readonly device?: string;
}

interface Figures {
  readonly seats: number;
  readonly came: number;
  readonly absent: number;
  readonly reports: number;
}

/** Who came to an activity and who did not, to look at and to take away. */
export function Attendance({ id }: { id: string }) {
  const { locale } = useLocale();
  const { query } = usePlace();
  const session = useSession();
  const mayRun = hasRole(session, "organiser");
  const [figures, setFigures] = useState<Figures>();
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const [timeZone, setTimeZone] = useState(homeZone);
  useEffect(() => {
    api<{ timeZone: string }>(`/api/door/${id}`).then(
      (door) => setTimeZone(door.timeZone),
      () => undefined,
    );
    api<Figures>(`/api/door/${id}/figures`).then(setFigures, () => undefined);
  }, [id]);
  const of = useMemo<ListOf<AttendanceRow>>(() => {
    const at = (r: AttendanceRow) => (r.at ? formatTime(r.at, locale, timeZone) : "");
    const came = (r: AttendanceRow) => t(r.came ? words.came : words.absent);
    return {
      api: `/api/door/${id}/attendance`,
      caption: t(words.attendance),
      timeZone,
      rowId: (r) => r.id,
      rowName: (r) => r.name,
      columns: [
        { key: "name", label: t(words.person), cell: (r) => r.name, text: (r) => r.name },
        {
          key: "came",
          label: t(words.attendance),
          cell: (r) => <Tag tone={r.came ? "success" : "warning"}>{came(r)}</Tag>,
          text: came,
          width: "narrow",
        },
        { key: "organisation", label: t(words.organisation), cell: (r) => r.organisation, text: (r) => r.organisation },
        {
          key: "at",
          label: t(words.cameAt),
          cell: at,
          text: at,
          value: (r) => r.at && { at: r.at },
          by: (r) => r.at ?? "",
          width: "time",
        },
        { key: "device", label: t(words.device), cell: (r) => r.device ?? "", text: (r) => r.device, aside: true },
        { key: "phone", label: t(words.phone), cell: (r) => r.phone ?? "", text: (r) => r.phone, aside: true },
        { key: "email", label: t(words.email), cell: (r) => r.email, text: (r) => r.email, aside: true },
      ],
      filters: [
        {
          name: "attended",
          label: t(words.attendance),
          options: [
            { value: "came", label: t(words.came) },
            { value: "absent", label: t(words.absent) },
          ],
        },
      ],
      empty: () => ({ title: t(words.nobody), help: t(words.nobodyHelp) }),
    };
  }, [locale, id, timeZone]);
  const narrowed = new URLSearchParams({ locale: currentLocale() });
  for (const name of ["q", "attended"]) if (query.get(name)) narrowed.set(name, query.get(name) ?? "");
  const print = async (save: typeof saveBadges, made: Words, done: Words) => {
    setBusy(true);
    setTold("");
    try {
      const n = await save(id, (n) => setTold(t(made, { n })));
      setTold(t(done, { n }));
    } catch (error) {
      setTold(error instanceof ApiProblem ? error.message : t(words.printFailed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <Parts id={id} at="attendance" />
      <PageTitle title={t(words.attendance)} {...(figures ? { intro: t(words.attendanceFigures, { ...figures }) } : {})}>
        {(mayRun || hasRole(session, "auditor")) && (
          <a class="button button--quiet" href={`/api/prints/${id}/attendance?${narrowed}`} download>
            {t(words.xlsx)}
          </a>
        )}
        {mayRun && (
          <Button look="quiet" busy={busy} onClick={() => void print(saveBadges, words.badgesMade, words.badgesDone)}>
            {t(words.badges)}
          </Button>
        )}
        {(mayRun || hasRole(session, "check-in")) && (
          <Button look="quiet" busy={busy} onClick={() => void print(saveDoorList, words.doorListMade, words.doorListDone)}>
            {t(words.doorList)}
          </Button>
        )}
      </PageTitle>
      {told && <Notice>{told}</Notice>}
      <List of={of} />
    </div>
  );
}
