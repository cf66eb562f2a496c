import { say } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, api } from "../../../api.ts";
import { idOf } from "../../../fields.tsx";
import { toCsv } from "../../../list/csv.ts";
import { saveFile } from "../../../list/save-file.ts";
import { t, useLocale } from "../../../text.ts";
import { Button, Checkbox, ErrorSummary, Notice, PageTitle, Progress, Select, Table } from "../../../ui.tsx";
import type { ActivityRow } from "../types.ts";
import { enterRows, type Lost, type PersonRow, type Tally } from "./enter-rows.ts";
import { words } from "./words.ts";

interface TableRead {
  readonly heads: readonly string[];
  readonly guess: readonly (string | null)[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const fields = ["name", "organisation", "email", "phone", "interest"] as const;
type FieldName = (typeof fields)[number];
const needed: readonly FieldName[] = ["name", "organisation", "email"];
const limit = 5_000_000;
/** What contact lists call it. */
const alias: Readonly<Record<string, FieldName>> = { intention: "interest" };

const guessed = ({ guess }: TableRead): Record<FieldName, string> => {
  const at = (field: FieldName) => guess.findIndex((one) => one !== null && (alias[one] ?? one) === field);
  return Object.fromEntries(fields.map((field) => [field, at(field) < 0 ? "" : String(at(field))])) as Record<FieldName, string>;
};

const lostColumns = () => [
  { key: "line", label: t(words.row), number: true, cell: (one: Lost) => one.line, text: (one: Lost) => one.line },
  { key: "name", label: t(words.name), cell: (one: Lost) => one.name, text: (one: Lost) => one.name },
  { key: "why", label: t(words.why), cell: (one: Lost) => one.why, text: (one: Lost) => one.why },
];

const figures = ({ confirmed, waitlisted, already }: Tally) => ({ confirmed, waitlisted, already });

/** Enters a list of people: the file, which column is what, how it goes, and what did not come in. */
export function ImportPage({ id }: { id: string }) {
  const { locale } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [row, setRow] = useState<ActivityRow>();
  const [table, setTable] = useState<TableRead>();
  const [map, setMap] = useState<Record<FieldName, string>>();
  const [basis, setBasis] = useState("asked");
  const [ticket, setTicket] = useState("");
  const [mail, setMail] = useState(true);
  const [busy, setBusy] = useState(false);
  const [tally, setTally] = useState<Tally>();
  const [problem, setProblem] = useState("");
  const running = useRef<{ stop(): void }>();
  useEffect(() => {
    api<ActivityRow>(`/api/console/activities/${id}`).then(setRow, () => undefined);
  }, [id]);
  const tickets = row?.tickets ?? [];

  const read = async () => {
    const file = input.current?.files?.[0];
    setProblem("");
    setTally(undefined);
    if (!file) return setProblem(t(words.noFile));
    if (file.size > limit) return setProblem(t(words.tooLarge, { size: (file.size / 1_000_000).toFixed(1) }));
    const body = new FormData();
    body.set("file", file);
    setBusy(true);
    try {
      const found = await api<TableRead>("/api/imports/table", { method: "POST", body });
      setTable(found);
      setMap(guessed(found));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };
  const people = (): PersonRow[] =>
    (table?.rows ?? []).map(({ line, cells }) => ({
      line,
      fields: Object.fromEntries(
        fields.flatMap((field) => (map?.[field] ? [[field, (cells[Number(map[field])] ?? "").trim()]] : [])),
      ),
    }));
  const begin = () => {
    const missing = needed.filter((field) => !map?.[field]);
    if (missing.length) return setProblem(missing.map((field) => t(words.needed, { field: t(words[field]) })).join(" "));
    setProblem("");
    running.current = enterRows({
      title: words.work,
      href: `/console/activities/${id}/registrations`,
      path: `/api/console/activities/${id}/registrations`,
      body: { basis, quiet: !mail, ...(ticket || tickets[0] ? { ticket: ticket || tickets[0]?.id } : {}) },
      rows: people(),
      told: setTally,
    });
  };
  const saveReport = async (lost: readonly Lost[]) =>
    saveFile(`${t(words.report)}.csv`, "text/csv;charset=utf-8", await toCsv(lostColumns(), lost));
  const isRunning = tally && !tally.over;
  return (
    <div class="stack">
      <p>
        <a href={`/console/activities/${id}/registrations`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={row ? `${t(words.title)} · ${say(row.title, locale)}` : t(words.title)} intro={t(words.intro)} />
      {problem && <ErrorSummary fields={[]} message={problem} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <div class="field">
          <label class="field__label" for={idOf("file")}>
            {t(words.file)}
          </label>
          <span class="field__hint" id={`${idOf("file")}-hint`}>
            {t(words.fileHint)}
          </span>
          <input
            ref={input}
            id={idOf("file")}
            class="input"
            type="file"
            accept=".csv,.xlsx,text/csv"
            aria-describedby={`${idOf("file")}-hint`}
          />
        </div>
        <div class="actions">
          <Button type="submit" busy={busy} look={table ? "quiet" : "main"} disabled={Boolean(isRunning)}>
            {t(words.read)}
          </Button>
        </div>
      </form>
      {table && map && (
        <section class="stack">
          <h2>{t(words.mapping)}</h2>
          <p class="muted">{t(words.mappingHint, { n: table.rows.length })}</p>
          {fields.map((field) => (
            <Select
              key={field}
              name={`map.${field}`}
              label={t(words[field])}
              value={map[field]}
              options={[
                { value: "", label: t(words.leaveOut) },
                ...table.heads.map((head, n) => ({ value: String(n), label: t(words.column, { n: n + 1, head }) })),
              ]}
              onInput={(column) => setMap({ ...map, [field]: column })}
            />
          ))}
          <Table
            caption={t(words.mapping)}
            rows={people().slice(0, 5)}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: "line", label: t(words.row), number: true, cell: ({ line }) => line },
              ...fields
                .filter((field) => map[field])
                .map((field) => ({ key: field, label: t(words[field]), cell: (one: PersonRow) => one.fields[field] ?? "" })),
            ]}
          />
          <Select
            name="basis"
            label={t(words.basis)}
            value={basis}
            options={[
              { value: "asked", label: t(words.asked) },
              { value: "contract", label: t(words.contract) },
            ]}
            onInput={setBasis}
          />
          {tickets.length > 0 && (
            <Select
              name="ticket"
              label={t(words.ticket)}
              value={ticket || (tickets[0]?.id ?? "")}
              options={tickets.map((one) => ({ value: one.id, label: say(one.name, locale) }))}
              onInput={setTicket}
            />
          )}
          <Checkbox name="mail" label={t(words.mail)} checked={mail} onChange={setMail} />
          <div class="actions">
            <Button onClick={begin} disabled={Boolean(isRunning)}>
              {t(words.begin, { n: table.rows.length })}
            </Button>
            {isRunning && (
              <Button look="quiet" onClick={() => running.current?.stop()}>
                {t(words.stop)}
              </Button>
            )}
          </div>
        </section>
      )}
      {tally && (
        <section class="stack" aria-live="polite">
          {isRunning && (
            <>
              <p role="status">{t(words.running, { done: tally.done, total: tally.total })}</p>
              <Progress label={t(words.work)} value={tally.done} max={tally.total} />
            </>
          )}
          {tally.over && (
            <Notice tone={tally.over === "finished" ? "success" : "warning"}>
              <p>{t(words.result, { ...figures(tally), refused: tally.lost.length })}</p>
              {tally.over !== "finished" && <p>{t(words[tally.over])}</p>}
            </Notice>
          )}
          {tally.lost.length > 0 && (
            <>
              <h2>{t(words.report)}</h2>
              <Table
                caption={t(words.report)}
                rows={tally.lost.slice(0, 200)}
                rowKey={({ line }) => String(line)}
                columns={lostColumns()}
              />
              <p>
                <Button look="quiet" onClick={() => void saveReport(tally.lost)}>
                  {t(words.save)}
                </Button>
              </p>
            </>
          )}
        </section>
      )}
    </div>
  );
}
