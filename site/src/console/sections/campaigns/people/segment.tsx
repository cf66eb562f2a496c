import { useEffect, useState } from "preact/hooks";
import { api } from "../../../api.ts";
import { FormAbove, SaveState } from "../../../form/parts.tsx";
import { useForm } from "../../../form/use-form.ts";
import { go } from "../../../router.ts";
import { t } from "../../../text.ts";
import { Button, Checkbox, Dialog, ErrorSummary, Field, PageTitle, Select } from "../../../ui.tsx";
import { useWork } from "../../../work.ts";
import { useValues } from "./choices.ts";
import { ConditionFields } from "./condition.tsx";
import { Count } from "./count.tsx";
import { type Condition, type Group, type SegmentDraft, type SegmentRow, toSegment } from "./types.ts";
import { words } from "./words.ts";

const condition: Condition = { about: "chain", not: false, of: [] };
const group: Group = { match: "all", not: false, conditions: [condition] };
const blank: SegmentDraft = { name: "", match: "all", groups: [group] };
const check = async (draft: SegmentDraft) => (await import("./check.ts")).check(draft);
const put = <T,>(all: readonly T[], at: number, one: T): T[] => all.map((was, n) => (n === at ? one : was));
const cut = <T,>(all: readonly T[], at: number): T[] => all.filter((_, n) => n !== at);
const matches = () => [
  { value: "all", label: t(words.all) },
  { value: "any", label: t(words.any) },
];

/** A segment: its rule, built from conditions in groups, and how many belong to it. */
export function Segment({ id }: { readonly id: string | undefined }) {
  const values = useValues();
  const [asking, setAsking] = useState(false);
  const { busy, trouble, attempt, fail } = useWork();
  const path = `/api/console/segments/${id}`;
  const read = async () => {
    const { name, rule, version } = await api<SegmentRow>(path);
    return { draft: { name, ...rule }, version };
  };
  const form = useForm<SegmentDraft>({
    ...{ place: `segment.${id ?? "new"}`, blank, check, auto: false },
    ...(id ? { read } : {}),
    async save(typed, base) {
      if (!id) {
        const made = await api<{ id: string }>("/api/console/segments", { method: "POST", body: toSegment(typed) });
        go(`/console/campaigns/segments/${made.id}`, { replace: true });
        return undefined;
      }
      await api(path, { method: "PUT", body: { ...toSegment(typed), version: base?.version } });
      return read();
    },
  });
  useEffect(() => {
    if (id) read().then(form.take).catch(fail);
  }, [id]);
  const { draft } = form;
  const errors = [...(trouble?.fields ?? []), ...form.problems];
  const groups = (next: Group[]) => form.put("groups")(next);
  const drop = () =>
    void attempt(async () => {
      await api(`${path}/drop`, { method: "POST", body: { version: form.base?.version } });
      go("/console/campaigns/segments");
    });

  if (id && !form.base && !trouble) return <p role="status">{t(words.loading)}</p>;
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns/segments">← {t(words.backToSegments)}</a>
      </p>
      <PageTitle title={draft.name || t(words.addSegment)} />
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      <FormAbove form={form} labels={{ name: t(words.segmentName), match: t(words.matchGroups), groups: t(words.segments) }} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Field name="name" label={t(words.segmentName)} value={draft.name} errors={errors} onInput={form.put("name")} />
        {draft.groups.length > 1 && (
          <Select
            name="rule.match"
            label={t(words.matchGroups)}
            value={draft.match}
            options={matches()}
            onInput={(match) => form.put("match")(match as SegmentDraft["match"])}
          />
        )}
        {draft.groups.map((one, g) => (
          <fieldset class="card stack" key={`group-${g + 1}`}>
            <legend>{t(words.group, { n: g + 1 })}</legend>
            {one.conditions.length > 1 && (
              <Select
                name={`rule.groups.${g}.match`}
                label={t(words.matchConditions)}
                value={one.match}
                options={matches()}
                onInput={(match) => groups(put(draft.groups, g, { ...one, match: match as Group["match"] }))}
              />
            )}
            {one.conditions.map((is, c) => {
              const title = t(words.condition, { n: c + 1 });
              const conditions = (next: Condition[]) => groups(put(draft.groups, g, { ...one, conditions: next }));
              return (
                <ConditionFields
                  key={`condition-${c + 1}`}
                  name={`rule.groups.${g}.conditions.${c}`}
                  title={title}
                  condition={is}
                  values={values}
                  errors={errors}
                  put={(next) => conditions(put(one.conditions, c, next))}
                  remove={one.conditions.length > 1 ? () => conditions(cut(one.conditions, c)) : undefined}
                />
              );
            })}
            <Checkbox
              name={`rule.groups.${g}.not`}
              label={t(words.notGroup)}
              checked={one.not}
              onChange={(not) => groups(put(draft.groups, g, { ...one, not }))}
            />
            <div class="actions">
              <Button
                look="quiet"
                disabled={one.conditions.length >= 12}
                onClick={() => groups(put(draft.groups, g, { ...one, conditions: [...one.conditions, condition] }))}
              >
                {t(words.addCondition)}
              </Button>
              {draft.groups.length > 1 && (
                <Button look="quiet" onClick={() => groups(cut(draft.groups, g))}>
                  {t(words.removeOf, { what: t(words.group, { n: g + 1 }) })}
                </Button>
              )}
            </div>
          </fieldset>
        ))}
        <div class="actions">
          <Button look="quiet" disabled={draft.groups.length >= 8} onClick={() => groups([...draft.groups, group])}>
            {t(words.addGroup)}
          </Button>
        </div>
        <Count draft={draft} />
        <div class="actions">
          <Button type="submit" busy={busy || form.saving}>
            {t(words.save)}
          </Button>
          {id && (
            <Button look="danger" busy={busy} onClick={() => setAsking(true)}>
              {t(words.drop)}
            </Button>
          )}
        </div>
      </form>
      <SaveState form={form} />
      <Dialog open={asking} title={t(words.drop)} onClose={() => setAsking(false)}>
        <p>{t(words.dropSure)}</p>
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setAsking(false);
            drop();
          }}
        >
          {t(words.drop)}
        </Button>
      </Dialog>
    </div>
  );
}
