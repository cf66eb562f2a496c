import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { localTime } from "@lingxi/core/platform/zone";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Checkbox, ErrorSummary, Field, Notice, Select, Table, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { toInstant } from "./draft.ts";
import { clockOf } from "./place-fields.tsx";
import { words } from "./ticket-words.ts";
import type { ActivityRow } from "./types.ts";

interface Code {
  readonly code: string;
  readonly ticket: string;
  readonly uses: number;
  readonly used: number;
  readonly holds: boolean;
  readonly until?: string;
  readonly endedAt?: string;
  readonly version: number;
}

const blank = { code: "", ticket: "", uses: "1", holds: false, until: "" };

/** Invitation codes of one activity: made, watched, ended. */
export function Codes({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  const [codes, setCodes] = useState<readonly Code[]>([]);
  const [draft, setDraft] = useState(blank);
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const path = `/api/console/activities/${row.id}/codes`;
  const read = async () => setCodes((await api<{ items: Code[] }>(`${path}?limit=100`)).items);
  useEffect(() => {
    read().catch(fail);
  }, [row.id]);
  const put = (patch: Partial<typeof blank>) => setDraft((now) => ({ ...now, ...patch }));
  const errors = trouble?.fields ?? [];
  const make = () =>
    attempt(async () => {
      const { code, ticket, holds } = draft;
      const until = toInstant(draft.until, row.timeZone);
      const uses = /^\d+$/.test(draft.uses) ? Number(draft.uses) : draft.uses;
      await api(path, { method: "POST", body: { code, ticket, holds, uses, ...(until ? { until } : {}) } });
      tell(t(words.made, { link: `${location.origin}/forms/register/${row.id}?code=${encodeURIComponent(code)}` }));
      setDraft(blank);
      await read();
    });
  const nameOf = (id: string) => {
    const ticket = row.tickets?.find((one) => one.id === id);
    return ticket ? say(ticket.name, locale) : id;
  };
  if (!row.tickets?.length) return <p class="small">{t(words.noTickets)}</p>;
  return (
    <section class="stack" aria-labelledby="codes">
      <h2 id="codes">{t(words.codes)}</h2>
      <p class="small">{t(words.codesIntro)}</p>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} message={trouble.message} />}
      {codes.length === 0 ? (
        <p>{t(words.noCodes)}</p>
      ) : (
        <Table
          caption={t(words.codes)}
          rows={codes}
          rowKey={(c) => c.code}
          columns={[
            { key: "code", label: t(words.code), cell: (c) => <code>{c.code}</code> },
            { key: "ticket", label: t(words.forTicket), cell: (c) => nameOf(c.ticket) },
            { key: "used", label: t(words.used), number: true, cell: (c) => `${c.used} / ${c.uses}` },
            { key: "holds", label: t(words.held), cell: (c) => (c.holds ? <Tag tone="accent">{t(words.held)}</Tag> : "") },
            { key: "until", label: t(words.validUntil), cell: (c) => (c.until ? formatTime(c.until, locale, row.timeZone) : "") },
            {
              key: "end",
              label: t(words.valid),
              cell: (c) =>
                c.endedAt ? (
                  t(words.ended)
                ) : (
                  <Button
                    look="quiet"
                    busy={busy}
                    onClick={() =>
                      attempt(async () => {
                        await api(`${path}/${encodeURIComponent(c.code)}/end`, { method: "POST", body: { version: c.version } });
                        await read();
                      })
                    }
                  >
                    {t(words.end)}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field short name="code" label={t(words.code)} value={draft.code} onInput={(code) => put({ code })} errors={errors} />
        <Select
          name="ticket"
          label={t(words.forTicket)}
          value={draft.ticket}
          onInput={(ticket) => put({ ticket })}
          options={row.tickets.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          errors={errors}
        />
        <Field
          short
          type="number"
          name="uses"
          label={t(words.uses)}
          value={draft.uses}
          onInput={(uses) => put({ uses })}
          errors={errors}
        />
        <Checkbox name="holds" label={t(words.holds)} checked={draft.holds} onChange={(holds) => put({ holds })} />
        <Field
          short
          type="datetime-local"
          name="until"
          label={t(words.until)}
          hint={clockOf({ timeZone: row.timeZone, startsAt: localTime(row.startsAt, row.timeZone) })}
          value={draft.until}
          onInput={(until) => put({ until })}
          errors={errors}
        />
        <Button type="submit" busy={busy}>
          {t(words.make)}
        </Button>
      </form>
    </section>
  );
}
