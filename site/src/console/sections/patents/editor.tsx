import { EnterPatent, legalStates, type PatentDetail, patentNotes } from "@lingxi/core/ip-record/schema";
import type { Words } from "@lingxi/core/platform/text";
import { cooperationWays, readinessLevels } from "@lingxi/core/project/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { useChains } from "../../chains.tsx";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { words as common } from "../../review/words.ts";
import { go } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Checkbox, Choices, Field, Notice, PageTitle, Select, TextArea } from "../../ui.tsx";
import { blank, check, type Draft, draftOf, keptOf, toContent } from "./draft.ts";
import { words } from "./words.ts";

type Typed = Exclude<keyof Draft, "ways" | "exclusive">;
const meta = (name: keyof Draft) => EnterPatent.shape[name].meta() as { label: Words; hint?: Words };
const labels = () =>
  Object.fromEntries(Object.keys(blank).map((name) => [name, t(meta(name as keyof Draft).label)])) as Record<keyof Draft, string>;

/** One patent: entered anew, or changed. */
export function PatentEditor({ id }: { id: string | undefined }) {
  const { locale } = useLocale();
  const session = useSession();
  const chains = useChains();
  const [patent, setPatent] = useState<PatentDetail>();
  const path = `/api/console/patents/${id}`;
  const read = async () => {
    const found = await api<PatentDetail>(path);
    setPatent(found);
    return { draft: draftOf(found), version: found.version };
  };
  const form = useForm<Draft>({
    place: id ? `patent.${id}` : "patent.new",
    blank,
    auto: false,
    check: async (draft) => check(draft),
    keeps: keptOf,
    ...(id ? { read } : {}),
    async save(draft, base) {
      if (!id) {
        const made = await api<{ id: string }>("/api/console/patents", { method: "POST", body: toContent(draft) });
        go(`/console/patents/${made.id}`, { replace: true });
        return undefined;
      }
      await api(path, { method: "PUT", body: { ...toContent(draft), version: base?.version } });
      return read();
    },
  });
  const { draft, put, problems: errors } = form;
  const [missing, setMissing] = useState("");
  useEffect(() => {
    if (!id) return;
    read().then(form.take, (error) => {
      if (!(error instanceof ApiProblem)) throw error;
      setMissing(error.message);
    });
  }, [id]);
  const may = hasRole(session, "organiser") || hasRole(session, "broker");
  const asked = (name: Typed) => {
    const { label, hint } = meta(name);
    return {
      name,
      label: t(label),
      hint: hint && t(hint),
      value: draft[name],
      onInput: put(name) as (value: string) => void,
      errors,
    };
  };
  if (missing) return <Notice tone="error">{missing}</Notice>;
  if (id && !form.base) return <p role="status">{t(common.loading)}</p>;
  return (
    <div class="stack">
      <p>
        <a href="/console/patents">← {t(words.back)}</a>
      </p>
      <PageTitle
        title={id ? (patent?.title ?? "") : t(words.enter)}
        {...(patent ? { intro: `ZL${patent.number} · ${t(words[patent.kind])}` } : {})}
      />
      {patent?.notes.map((note) => (
        <Notice key={note} tone="warning">
          {t(patentNotes[note])}
          {note === "same-text" && (
            <ul>
              {patent.same.map((one) => (
                <li key={one.id}>
                  <a href={`/console/patents/${one.id}`}>{one.number}</a> {one.holder}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      ))}
      <FormAbove form={form} labels={labels()} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <fieldset class="field stack" disabled={!may}>
          {!id && <Field {...asked("number")} />}
          <Field {...asked("numberNote")} />
          <Field {...asked("title")} />
          <TextArea {...asked("abstract")} rows={6} />
          <TextArea {...asked("claims")} rows={6} />
          <Field {...asked("ipc")} />
          <Field {...asked("holder")} />
          <Select {...asked("chain")} options={chains.map((chain) => ({ value: chain.id, label: chain.name[locale] }))} />
          <Select {...asked("legal")} options={legalStates.map((value) => ({ value, label: t(words[value]) }))} />
          <Field short type="date" {...asked("legalOn")} />
          <Field short type="date" {...asked("expiresOn")} />
          <Select
            {...asked("trl")}
            options={readinessLevels.map(({ level, meaning }) => ({ value: String(level), label: `${level} · ${t(meaning)}` }))}
          />
          <Choices
            as="checkbox"
            name="ways"
            label={t(meta("ways").label)}
            value={draft.ways}
            onInput={put("ways")}
            errors={errors}
            options={cooperationWays.map((way) => ({ value: way, label: t(common[way]) }))}
          />
          <Field short {...asked("askingFrom")} hint={t(words.money)} />
          <Select {...asked("region")} options={Object.entries(regions).map(([value, name]) => ({ value, label: t(name) }))} />
          <Checkbox name="exclusive" label={t(meta("exclusive").label)} checked={draft.exclusive} onChange={put("exclusive")} />
          <h2>{t(common.contact)}</h2>
          <Field {...asked("name")} />
          <Field type="email" {...asked("email")} />
          <Field type="tel" {...asked("phone")} />
        </fieldset>
        {may && (
          <div class="actions">
            <Button type="submit" busy={form.saving}>
              {t(words.save)}
            </Button>
            <SaveState form={form} />
          </div>
        )}
      </form>
    </div>
  );
}
