import { carried } from "@lingxi/core/activity/carried-schema";
import { nextStarts, type Rhythm, rhythms } from "@lingxi/core/activity/later-schema";
import { stageOf } from "@lingxi/core/activity/stages-schema";
import { fill, type Localised, say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { localTime } from "@lingxi/core/platform/zone";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Choices, Dialog, Field, Select, Tag } from "../../ui.tsx";
import { words } from "./authoring-words.ts";
import { toInstant } from "./draft.ts";
import type { ActivityRow } from "./types.ts";

interface Props {
  row: ActivityRow;
  /** Something is typed and not saved: what is copied is what is saved. */
  dirty: boolean;
  onDone: (told: string) => Promise<void>;
}
type Doing = "copy" | "series" | "template" | "carry";

/** What else can be made of an activity: copies, a series, a template; and the other dates of its series. */
export function Further({ row, dirty, onDone }: Props) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const done = async (told: string) => {
    close();
    await onDone(told);
  };
  return (
    <section class="stack" aria-labelledby="further">
      <h2 id="further">{t(words.further)}</h2>
      <div class="actions">
        {(["copy", "series", "template", ...(row.series ? (["carry"] as const) : [])] as const).map((one) => (
          <Button key={one} look="quiet" disabled={dirty} onClick={() => setDoing(one)}>
            {t(words[one])}
          </Button>
        ))}
      </div>
      {row.series && <Dates row={row} />}
      <Dialog open={doing !== undefined} title={doing ? t(words[doing]) : ""} onClose={close}>
        {doing === "copy" && <Copy row={row} />}
        {doing === "series" && <MakeSeries {...{ row, done }} />}
        {doing === "template" && <Keep {...{ row, done }} />}
        {doing === "carry" && <Carry row={row} />}
      </Dialog>
    </section>
  );
}

/** One thing at a time, with what was refused. */
function useDoing() {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setWrong("");
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setWrong([error.message, ...error.fields.map(({ message }) => message)].join(" "));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    run,
    alert: wrong ? (
      <p class="field__error" role="alert">
        {wrong}
      </p>
    ) : null,
  };
}

const week = 7 * 86_400_000;

function Copy({ row }: { row: ActivityRow }) {
  const next = new Date(Math.max(Date.parse(row.startsAt), Date.now()) + week).toISOString();
  const clock = localTime(row.startsAt, row.timeZone).slice(10);
  const [at, setAt] = useState(localTime(next, row.timeZone).slice(0, 10) + clock);
  const { busy, run, alert } = useDoing();
  const make = () =>
    run(async () => {
      const body = { startsAt: toInstant(at, row.timeZone) };
      const { id } = await api<{ id: string }>(`/api/console/activities/${row.id}/copy`, { method: "POST", body });
      go(`/console/activities/${id}`);
    });
  return (
    <>
      <p>{t(words.copyDoes)}</p>
      {row.kind === "roadshow" && <p>{t(words.copyNoCall)}</p>}
      {alert}
      <Field short type="datetime-local" name="copyTo" label={t(words.startsAt)} value={at} onInput={setAt} />
      <Button busy={busy} onClick={() => void make()}>
        {t(words.copy)}
      </Button>
    </>
  );
}

function MakeSeries({ row, done }: { row: ActivityRow; done: (told: string) => Promise<void> }) {
  const { locale } = useLocale();
  const [rhythm, setRhythm] = useState<Rhythm>("monthly-by-week");
  const [count, setCount] = useState("5");
  const { busy, run, alert } = useDoing();
  const starts = nextStarts(row.startsAt, row.timeZone, rhythm, Number(count));
  const make = () =>
    run(async () => {
      const body = { version: row.version, starts };
      await api(`/api/console/activities/${row.id}/repeat`, { method: "POST", body });
      await done(t(words.made, { n: starts.length }));
    });
  const counts = Array.from({ length: 12 }, (_, n) => ({ value: String(n + 1), label: String(n + 1) }));
  return (
    <>
      <p>{t(words.seriesDoes)}</p>
      {row.kind === "roadshow" && <p>{t(words.copyNoCall)}</p>}
      {alert}
      <Select
        name="rhythm"
        label={t(words.rhythm)}
        value={rhythm}
        onInput={(value) => setRhythm((value || rhythm) as Rhythm)}
        options={rhythms.map((one) => ({ value: one, label: t(words.rhythms[one]) }))}
      />
      <Select name="count" label={t(words.howMany)} value={count} onInput={(n) => setCount(n || count)} options={counts} />
      <ol>
        {starts.map((at) => (
          <li key={at}>{formatTime(at, locale, row.timeZone)}</li>
        ))}
      </ol>
      <Button busy={busy} disabled={starts.length === 0} onClick={() => void make()}>
        {t(words.make, { n: starts.length })}
      </Button>
    </>
  );
}

function Keep({ row, done }: { row: ActivityRow; done: (told: string) => Promise<void> }) {
  const [name, setName] = useState<Localised>(row.title);
  const { busy, run, alert } = useDoing();
  const keep = () =>
    run(async () => {
      await api(`/api/console/activities/${row.id}/template`, { method: "POST", body: { name } });
      await done(t(words.kept));
    });
  return (
    <>
      <p>{t(words.templateDoes)}</p>
      {alert}
      <BilingualField name="templateName" label={t(words.templateName)} value={name} onInput={setName} />
      <Button busy={busy} onClick={() => void keep()}>
        {t(words.template)}
      </Button>
    </>
  );
}

interface Outcome {
  readonly activityId: string;
  readonly startsAt: string;
  readonly outcome: "changed" | "same" | "refused";
  readonly because?: Words;
}

function Carry({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  const [parts, setParts] = useState<readonly string[]>(["texts"]);
  const [rows, setRows] = useState<readonly Outcome[]>();
  const { busy, run, alert } = useDoing();
  const carry = () =>
    run(async () => {
      const body = { version: row.version, parts };
      setRows((await api<{ rows: Outcome[] }>(`/api/console/activities/${row.id}/carry-over`, { method: "POST", body })).rows);
    });
  return (
    <>
      <p>{t(words.carryDoes)}</p>
      {alert}
      <Choices
        as="checkbox"
        long
        name="parts"
        label={t(words.parts)}
        options={carried.map((part) => ({ value: part, label: t(words.partNames[part]) }))}
        value={parts}
        onInput={setParts}
      />
      {rows && (
        <div role="status">
          <h3>{t(words.carried)}</h3>
          <ul>
            {rows.map(({ activityId, startsAt, outcome, because }) => (
              <li key={activityId}>
                <a href={`/console/activities/${activityId}`}>{formatTime(startsAt, locale, row.timeZone)}</a>{" "}
                {fill(t(words.outcomes[outcome]), { why: because?.[locale] ?? "" })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button busy={busy} disabled={parts.length === 0} onClick={() => void carry()}>
        {t(words.carry)}
      </Button>
    </>
  );
}

type DateRow = Pick<ActivityRow, "id" | "title" | "status" | "startsAt" | "endsAt" | "registrationClosesAt" | "timeZone">;

/** The other dates of the series, with the state of each. */
function Dates({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  const [dates, setDates] = useState<readonly DateRow[]>([]);
  useEffect(() => {
    api<{ items: DateRow[] }>(`/api/console/activities/${row.id}/series`).then(
      ({ items }) => setDates(items),
      () => {},
    );
  }, [row.id, row.version]);
  const now = new Date().toISOString();
  return (
    <div>
      <h3>{t(words.dates)}</h3>
      <ul class="rows">
        {dates.map((one) => (
          <li key={one.id}>
            <a href={`/console/activities/${one.id}`} aria-current={one.id === row.id ? "page" : undefined}>
              {formatTime(one.startsAt, locale, one.timeZone)} · {say(one.title, locale)}
            </a>{" "}
            <Tag>{t(words.stages[stageOf(one, now)])}</Tag> {one.id === row.id && <span class="small">{t(words.here)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
