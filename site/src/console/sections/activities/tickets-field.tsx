import { say } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Checkbox, Choices, Field } from "../../ui.tsx";
import { blankQuota, blankTicket, type QuotaDraft, type TicketDraft } from "./draft.ts";
import { words } from "./ticket-words.ts";
import type { ActivityRow } from "./types.ts";

interface ListProps<Row> {
  name: string;
  label: string;
  hint: string;
  add: string;
  rows: readonly Row[];
  blank: () => Row;
  onInput: (rows: readonly Row[]) => void;
  errors: readonly FieldProblem[];
  title: (n: number) => string;
  children: (row: Row, n: number, change: (patch: Partial<Row>) => void) => ComponentChildren;
}

/** Parts that are added and taken away, each with a heading of its own. */
function Parts<Row extends { id: string }>({
  name,
  label,
  hint,
  add,
  rows,
  blank,
  onInput,
  errors,
  title,
  children,
}: ListProps<Row>) {
  const wrong = errors.find((e) => e.field === name)?.message;
  return (
    <fieldset class={wrong ? "field field--error" : "field"} id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      <span class="field__hint">{hint}</span>
      {wrong && <span class="field__error">{wrong}</span>}
      <div class="stack">
        {rows.map((row, n) => (
          <section class="card stack" key={row.id} aria-label={title(n + 1)}>
            <h3>{title(n + 1)}</h3>
            {children(row, n, (patch) => onInput(rows.map((one, at) => (at === n ? { ...one, ...patch } : one))))}
            <Button look="quiet" onClick={() => onInput(rows.filter((_, at) => at !== n))}>
              {t(words.remove)}
            </Button>
          </section>
        ))}
        {rows.length < 12 && (
          <Button look="quiet" onClick={() => onInput([...rows, blank()])}>
            {add}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface Props<Row> {
  row: ActivityRow | undefined;
  value: readonly Row[];
  onInput: (rows: readonly Row[]) => void;
  errors: readonly FieldProblem[];
}

/** Parts of the places. */
export function QuotasField({ row, value, onInput, errors }: Props<QuotaDraft>) {
  return (
    <Parts
      {...{ name: "quotas", label: t(words.quotas), hint: t(words.quotasHint), add: t(words.addQuota) }}
      {...{ rows: value, blank: blankQuota, onInput, errors, title: (n) => t(words.quota, { n }) }}
    >
      {(quota, n, change) => (
        <>
          <BilingualField
            name={`quotas.${n}.name`}
            label={t(words.name)}
            value={quota.name}
            onInput={(name) => change({ name })}
            errors={errors}
          />
          <Field
            {...{ short: true, type: "number", name: `quotas.${n}.size`, label: t(words.size), errors }}
            hint={t(words.takenOf, { n: row?.quotas?.find(({ id }) => id === quota.id)?.taken ?? 0 })}
            value={quota.size}
            onInput={(size) => change({ size })}
          />
        </>
      )}
    </Parts>
  );
}

interface TicketsProps extends Props<TicketDraft> {
  quotas: readonly QuotaDraft[];
  /** On which clock times are entered. */
  clock: string;
}

/** Whom seats are for, and how one gets them. */
export function TicketsField({ row, value, onInput, errors, quotas, clock }: TicketsProps) {
  const { locale } = useLocale();
  const time = (n: number, name: "opensAt" | "closesAt", ticket: TicketDraft, change: (patch: Partial<TicketDraft>) => void) => (
    <Field
      {...{ short: true, type: "datetime-local", name: `tickets.${n}.${name}`, label: t(words[name]), errors }}
      hint={clock}
      value={ticket[name]}
      onInput={(typed) => change({ [name]: typed })}
    />
  );
  return (
    <Parts
      {...{ name: "tickets", label: t(words.tickets), hint: t(words.ticketsHint), add: t(words.addTicket) }}
      {...{ rows: value, blank: blankTicket, onInput, errors, title: (n) => t(words.ticket, { n }) }}
    >
      {(ticket, n, change) => {
        const now = row?.tickets?.find(({ id }) => id === ticket.id);
        return (
          <>
            {now && <p class="small">{t(words.figures, { sold: now.sold ?? 0, waiting: now.waiting ?? 0 })}</p>}
            <BilingualField
              name={`tickets.${n}.name`}
              label={t(words.name)}
              value={ticket.name}
              onInput={(name) => change({ name })}
              errors={errors}
            />
            {quotas.length > 0 && (
              <Choices
                as="checkbox"
                name={`tickets.${n}.quotas`}
                label={t(words.counts)}
                options={quotas.map((q) => ({ value: q.id, label: say(q.name, locale) || "…" }))}
                value={ticket.quotas}
                onInput={(chosen) => change({ quotas: chosen })}
                errors={errors}
              />
            )}
            {time(n, "opensAt", ticket, change)}
            {time(n, "closesAt", ticket, change)}
            <Checkbox
              name={`tickets.${n}.hidden`}
              label={t(words.hidden)}
              checked={ticket.hidden}
              onChange={(hidden) => change({ hidden })}
            />
            <Checkbox
              name={`tickets.${n}.approval`}
              label={t(words.approval)}
              checked={ticket.approval}
              onChange={(approval) => change({ approval })}
            />
          </>
        );
      }}
    </Parts>
  );
}
