import type { TrailRow } from "@lingxi/core/audit/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Field, Notice, PageTitle, Tag } from "../../ui.tsx";
import { words as common } from "../../words.ts";
import { FieldChanges } from "./fields.tsx";
import { entities, words } from "./words.ts";

const names = ["record", "actor", "month"] as const;
type Asked = Record<(typeof names)[number], string>;

/** The trail, by record, by who acted or by month; what is asked for stands in the address. */
export function Audit() {
  const { query } = usePlace();
  const asked = Object.fromEntries(names.map((name) => [name, query.get(name) ?? ""])) as Asked;
  const said = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const { items, problem, more, busy } = usePaged<TrailRow>(`/api/console/audit?limit=50${said.size ? `&${said}` : ""}`);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      <Filter key={said.toString()} asked={asked} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(common.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.none)} help={t(words.noneHelp)} />}
      {items && items.length > 0 && (
        <ol class="trail" aria-label={t(words.caption)}>
          {items.map((row) => (
            <Entry key={row.n} row={row} />
          ))}
        </ol>
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}

function Filter({ asked }: { asked: Asked }) {
  const [values, setValues] = useState(asked);
  useEffect(() => setValues(asked), [asked.record, asked.actor, asked.month]);
  const set = (name: keyof Asked) => (value: string) => setValues({ ...values, [name]: value });
  const find = (event: Event) => {
    event.preventDefault();
    const said = new URLSearchParams(Object.entries(values).filter(([, value]) => value.trim()));
    go(said.size ? `/console/audit?${said}` : "/console/audit");
  };
  return (
    <form class="trail-filter" onSubmit={find}>
      <Field name="record" label={t(words.record)} hint={t(words.recordHint)} value={values.record} onInput={set("record")} />
      <Field name="actor" label={t(words.actor)} hint={t(words.actorHint)} value={values.actor} onInput={set("actor")} />
      <Field name="month" label={t(words.month)} hint={t(words.monthHint)} value={values.month} onInput={set("month")} />
      <div class="actions">
        <Button type="submit">{t(words.find)}</Button>
        {names.some((name) => asked[name]) && (
          <a class="button button--quiet" href="/console/audit">
            {t(words.all)}
          </a>
        )}
      </div>
    </form>
  );
}

function Entry({ row }: { row: TrailRow }) {
  const { locale } = useLocale();
  const record = row.pk.split("#")[1] ?? row.pk;
  const tone = row.action === "created" ? "success" : row.action === "removed" ? "warning" : "info";
  return (
    <li class="trail__entry">
      <div class="trail__head">
        <time dateTime={row.at}>{formatTime(row.at, locale)}</time>
        <Tag tone={tone}>{t(words[row.action])}</Tag>
        <span>{row.entity in entities ? t(entities[row.entity as keyof typeof entities]) : row.entity}</span>
        <a href={`/console/audit?record=${encodeURIComponent(record)}`}>{record}</a>
        <a href={`/console/audit?actor=${encodeURIComponent(row.actor)}`}>{row.actor}</a>
      </div>
      <details>
        <summary>{t(words.fields, { n: row.fields.length })}</summary>
        <FieldChanges row={row} />
        <dl class="trail__facts">
          {row.events.length > 0 && (
            <div>
              <dt>{t(words.event)}</dt>
              <dd>{row.events.join(", ")}</dd>
            </div>
          )}
          <div>
            <dt>{t(words.request)}</dt>
            <dd>{row.requestId || t(words.nothing)}</dd>
          </div>
          <div>
            <dt>{t(words.place)}</dt>
            <dd>{row.n}</dd>
          </div>
        </dl>
      </details>
    </li>
  );
}
