import { say } from "@lingxi/core/platform/text";
import type { OrderView } from "@lingxi/core/roadshow/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { Rows } from "../../order/rows.tsx";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Field, Notice, Select } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Frame, useCall } from "./frame.tsx";
import { clocks, type DraftRow, type OrderDraft, orderDraft, orderInput } from "./order-draft.ts";
import { words } from "./words.ts";

const blank: OrderDraft = { startsAt: "", rows: [] };
const check = async (draft: OrderDraft) => (await import("./check.ts")).checkOrder(draft);
const usual = "10";
const marked = { presented: words.presented, withdrawn: words.withdrew, "no-show": words["no-show"] } as const;

/** The running order of one roadshow, with times that follow from the start. */
export function RunningOrder({ id }: { id: string }) {
  const { locale } = useLocale();
  const found = useCall(id);
  const may = hasRole(useSession(), "organiser");
  const [view, setView] = useState<OrderView>();
  const { busy, told, tell, trouble, attempt, fail } = useWork();
  const path = `/api/console/roadshows/${id}/order`;
  const read = async () => {
    const order = await api<OrderView>(path);
    setView(order);
    return { draft: orderDraft(order), version: order.version };
  };
  const form = useForm<OrderDraft>({
    ...{ place: `roadshow-order.${id}`, blank, check, read, auto: false },
    async save(draft, base) {
      await api(path, { method: "PUT", body: { ...orderInput(draft), version: base?.version ?? 0 } });
      return read();
    },
  });
  const { draft, put, problems } = form;
  useEffect(() => {
    read().then(form.take, fail);
  }, []);
  const fields = form.trouble?.fields.length ? form.trouble.fields : problems;
  const named = (entryId: string) => {
    const one = view?.accepted.find((entry) => entry.entryId === entryId);
    return one ? `${say(one.title, locale)} · ${one.organisation}` : t(words.gone);
  };
  const markOf = (entryId: string) => {
    const { value, mark } = view?.accepted.find((entry) => entry.entryId === entryId) ?? {};
    return [value === undefined ? "" : t(words.scored, { value: value.toFixed(1) }), mark ? t(marked[mark]) : ""]
      .filter(Boolean)
      .join(" · ");
  };
  const at = clocks(draft);
  const inOrder = new Set(draft.rows.flatMap((row) => ("entryId" in row ? [row.entryId] : [])));
  const left = (view?.accepted ?? []).filter(({ entryId }) => !inOrder.has(entryId));
  const add = (ids: readonly string[]) =>
    put("rows")([...draft.rows, ...ids.map((entryId) => ({ entryId, minutes: usual }))], true);
  const publish = () =>
    attempt(async () => {
      await api(`${path}/publish`, { method: "POST", body: { version: form.base?.version } });
      form.take(await read());
      tell(t(words.orderPublished));
    });

  return (
    <Frame id={id} part="order" found={found}>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <Notice tone="error">{trouble.message}</Notice>}
      <FormAbove form={form} labels={{ startsAt: t(words.startsAt), rows: t(words.order) }} />
      {!form.base && !trouble && <p role="status">{t(words.loading)}</p>}
      {view && <Conflicts view={view} named={named} />}
      {form.base && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save().then((ok) => ok && tell(t(words.orderSaved)));
          }}
        >
          <Field
            short
            type="datetime-local"
            name="startsAt"
            label={t(words.startsAt)}
            hint={t(words.zone)}
            value={draft.startsAt}
            onInput={put("startsAt")}
            errors={fields}
          />
          <Rows<DraftRow>
            name="rows"
            label={t(words.order)}
            hint={t(words.orderHint)}
            value={draft.rows}
            onInput={put("rows")}
            blank={{ name: { "zh-CN": "茶歇", en: "Break" }, minutes: "15" }}
            max={140}
            errors={fields}
            row={(row, set, name) => (
              <Row
                row={row}
                set={set}
                name={name}
                errors={fields}
                at={at[Number(name.split(".")[1])] ?? ""}
                {...{ named, markOf }}
              />
            )}
          >
            {left.length > 0 && (
              <Button look="quiet" onClick={() => add(left.map(({ entryId }) => entryId))}>
                {t(words.addAll)}
              </Button>
            )}
          </Rows>
          {left.length > 0 && (
            <Select
              name="add"
              label={t(words.addProject)}
              value=""
              options={left.map(({ entryId }) => ({ value: entryId, label: named(entryId) }))}
              onInput={(entryId) => entryId && add([entryId])}
            />
          )}
          {may && (
            <div class="actions">
              <Button type="submit" busy={form.saving}>
                {t(words.saveOrder)}
              </Button>
              <SaveState form={form} />
            </div>
          )}
        </form>
      )}
      {may && form.base && form.base.version > 0 && (
        <Publish view={view} dirty={form.dirty} busy={busy} onPublish={() => void publish()} />
      )}
    </Frame>
  );
}

interface PublishProps {
  readonly view: OrderView | undefined;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly onPublish: () => void;
}

function Publish({ view, dirty, busy, onPublish }: PublishProps) {
  const { published } = view ?? {};
  return (
    <section class="stack">
      <h2>{t(words.publishOrder)}</h2>
      {dirty && <p>{t(words.saveFirst)}</p>}
      {!dirty && published && <p>{published.moved ? t(words.moved, { n: published.moved }) : t(words.same)}</p>}
      <p>
        <Button busy={busy} disabled={dirty || published?.moved === 0} onClick={onPublish}>
          {t(words.publishOrder)}
        </Button>
      </p>
    </section>
  );
}

interface RowProps {
  readonly row: DraftRow;
  readonly set: (row: DraftRow) => void;
  readonly name: string;
  readonly errors: Parameters<typeof Field>[0]["errors"];
  readonly at: string;
  readonly named: (entryId: string) => string;
  /** What the jury gave so far, and what was noted on the day. */
  readonly markOf: (entryId: string) => string;
}

function Row({ row, set, name, errors, at, named, markOf }: RowProps) {
  return (
    <>
      {"entryId" in row ? (
        <p class="order-project">
          <strong>{at}</strong> {named(row.entryId)} <span class="small">{markOf(row.entryId)}</span>
        </p>
      ) : (
        <>
          <p class="order-break">
            <strong>{at}</strong>
          </p>
          <Field
            name={`${name}.name.zh-CN`}
            label={t(words.breakName)}
            value={row.name["zh-CN"]}
            onInput={(text) => set({ ...row, name: { ...row.name, "zh-CN": text } })}
            errors={errors}
          />
          <Field
            name={`${name}.name.en`}
            label={t(words.inEnglish)}
            lang="en"
            value={row.name.en ?? ""}
            onInput={(text) => set({ ...row, name: { ...row.name, en: text } })}
            errors={errors}
          />
        </>
      )}
      <Field
        short
        type="number"
        name={`${name}.minutes`}
        label={t(words.minutes)}
        value={row.minutes}
        onInput={(minutes) => set({ ...row, minutes })}
        errors={errors}
      />
    </>
  );
}

/** What does not fit, as it was saved. */
function Conflicts({ view, named }: { readonly view: OrderView; readonly named: (entryId: string) => string }) {
  const { locale } = useLocale();
  if (!view.version || !view.conflicts.length) return null;
  const says = ({ kind, entryIds }: OrderView["conflicts"][number]) =>
    t(kind === "withdrawn" ? words.gones : words[kind], { names: entryIds.map(named).join(locale === "en" ? "; " : "；") });
  return (
    <Notice tone="warning">
      <ul>
        {view.conflicts.map((one) => (
          <li key={`${one.kind} ${one.entryIds.join()}`}>{says(one)}</li>
        ))}
      </ul>
    </Notice>
  );
}
