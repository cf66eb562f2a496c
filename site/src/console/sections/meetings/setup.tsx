import type { MeetingDesk as DeskData } from "@lingxi/core/meeting/schema";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { Rows } from "../../order/rows.tsx";
import { go } from "../../router.ts";
import { t } from "../../text.ts";
import { Button, Field, Notice, PageTitle, Select } from "../../ui.tsx";
import { blank, blankOrder, blankSpan, blankTable, type Draft, draftOf, proposalOf, type SpanDraft, toContent } from "./draft.ts";
import { words } from "./words.ts";

const tableName = (n: number) => `${n} 号桌`;

/** When and where people meet at an activity. */
export function MeetingSetup({ id }: { id: string }) {
  const [desk, setDesk] = useState<DeskData>();
  const [problem, setProblem] = useState("");
  const read = async () => {
    const found = await api<DeskData>(`/api/console/meetings/${id}`);
    setDesk(found);
    return { draft: found.setup ? draftOf(found.setup) : proposalOf(found, tableName), version: found.setup?.version ?? 0 };
  };
  const form = useForm<Draft>({
    place: `meetings.${id}`,
    blank,
    auto: false,
    check: async (draft) => (await import("./check.ts")).check(draft),
    read,
    async save(draft, base) {
      const body = { ...toContent(draft, desk?.setup), version: base?.version ?? 0 };
      await api(`/api/console/meetings/${id}`, { method: "PUT", body });
      go(`/console/meetings/${id}`);
      return undefined;
    },
  });
  useEffect(() => {
    read().then(form.take, (error: unknown) => setProblem(error instanceof ApiProblem ? error.message : String(error)));
  }, [id]);
  const { draft, put, problems: errors } = form;
  const agreed = desk?.agreed.map(({ id: value, a, b }) => ({ value, label: `${a} — ${b}` })) ?? [];
  const ended = draft.orders
    .flatMap(({ first, second }) => [first, second])
    .filter((one) => one && !agreed.some(({ value }) => value === one));
  // What was cancelled since stays in the list, so that it can be seen and taken away.
  const meetings = [...agreed, ...[...new Set(ended)].map((value) => ({ value, label: t(words.endedMeeting) }))];
  const number = (name: "slotMinutes" | "walkMinutes" | "expireHours" | "fairness", hint?: string) => (
    <Field type="number" short {...{ name, label: t(words[name]), hint, value: draft[name], onInput: put(name), errors }} />
  );
  const span = (value: SpanDraft, change: (span: SpanDraft) => void, name: string) =>
    (["startsAt", "endsAt"] as const).map((end) => (
      <Field
        key={end}
        type="datetime-local"
        {...{ name: `${name}.${end}`, label: t(words[end]), value: value[end], errors }}
        onInput={(typed) => change({ ...value, [end]: typed })}
      />
    ));
  const spans = (name: "windows" | "breaks", max: number) => (
    <Rows<SpanDraft>
      {...{ name, label: t(words[name]), hint: t(words[`${name}Hint`]), value: draft[name], onInput: put(name), max, errors }}
      blank={blankSpan}
      row={span}
    />
  );
  return (
    <div class="stack">
      <p>
        <a href={`/console/meetings/${id}`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.setup)} intro={t(words.setupIntro)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {desk && !desk.isMatchmaking && <Notice tone="warning">{t(words.wrongKind)}</Notice>}
      <FormAbove form={form} />
      {desk && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save();
          }}
        >
          {spans("windows", 12)}
          {number("slotMinutes")}
          {number("walkMinutes", t(words.walkHint))}
          {spans("breaks", 20)}
          <Rows
            {...{
              name: "tables",
              label: t(words.tables),
              hint: t(words.tablesHint),
              value: draft.tables,
              onInput: put("tables"),
              max: 100,
              errors,
            }}
            blank={blankTable}
            row={(table, change, name) => (
              <>
                <Field
                  {...{ name: `${name}.name`, label: t(words.table), value: table.name, errors }}
                  onInput={(typed) => change({ ...table, name: typed })}
                />
                <Field
                  short
                  type="number"
                  {...{ name: `${name}.seats`, label: t(words.tableSeats), value: table.seats, errors }}
                  onInput={(typed) => change({ ...table, seats: typed })}
                />
                <Field
                  type="datetime-local"
                  {...{ name: `${name}.closedFrom`, label: t(words.closedFrom), value: table.closedFrom, errors }}
                  onInput={(typed) => change({ ...table, closedFrom: typed })}
                />
              </>
            )}
          />
          <Field
            short
            type="datetime-local"
            {...{ name: "asksUntil", label: t(words.asksUntil), value: draft.asksUntil, onInput: put("asksUntil"), errors }}
          />
          {number("expireHours")}
          {number("fairness", t(words.fairnessHint))}
          {(meetings.length > 1 || draft.orders.length > 0) && (
            <Rows
              {...{
                name: "orders",
                label: t(words.orders),
                hint: t(words.ordersHint),
                value: draft.orders,
                onInput: put("orders"),
              }}
              {...{ max: 200, errors, blank: blankOrder }}
              row={(order, change, name) =>
                (["first", "second"] as const).map((end) => (
                  <Select
                    key={end}
                    {...{ name: `${name}.${end}`, label: t(words[end]), value: order[end], errors }}
                    options={meetings}
                    onInput={(chosen) => change({ ...order, [end]: chosen })}
                  />
                ))
              }
            />
          )}
          <div class="actions">
            <Button type="submit" busy={form.saving}>
              {t(words.save)}
            </Button>
            <SaveState form={form} />
          </div>
        </form>
      )}
    </div>
  );
}
