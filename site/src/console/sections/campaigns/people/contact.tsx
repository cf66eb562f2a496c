import { allBases } from "@lingxi/core/campaign/kinds-schema";
import { exclusions } from "@lingxi/core/campaign/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../../api.ts";
import { hasWholeRole, useSession } from "../../../session.ts";
import { t, useLocale } from "../../../text.ts";
import { Button, ErrorSummary, Field, Notice, PageTitle, Select, Table, Tag, TextArea } from "../../../ui.tsx";
import { useUnsaved, useWork } from "../../../work.ts";
import { Alike, Differences } from "./alike.tsx";
import { Did } from "./did.tsx";
import { Sent } from "./sent.tsx";
import type { ContactView } from "./types.ts";
import { words } from "./words.ts";

const names = ["name", "organisation", "position", "phone", "note", "locale", "timeZone"] as const;
type Draft = Record<(typeof names)[number], string>;
const draftOf = ({ contact }: ContactView) => Object.fromEntries(names.map((name) => [name, contact[name] ?? ""])) as Draft;

/** One contact: what is kept, what was agreed to, what they did, what was sent, and whether they are somebody else as well. */
export function Contact({ id }: { readonly id: string }) {
  const { locale } = useLocale();
  const may = hasWholeRole(useSession(), "organiser");
  const [view, setView] = useState<ContactView>();
  const [draft, setDraft] = useState<Draft>();
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const base = `/api/console/contacts/${id}`;
  const load = async () => {
    const found = await api<ContactView>(base);
    setView(found);
    setDraft(draftOf(found));
  };
  useEffect(() => {
    load().catch(fail);
  }, [base]);
  useUnsaved(Boolean(view && draft && names.some((name) => draft[name] !== draftOf(view)[name])));

  const back = (
    <p>
      <a href="/console/campaigns/contacts">← {t(words.back)}</a>
    </p>
  );
  if (!view || !draft)
    return (
      <div class="stack">
        {back}
        {trouble ? <Notice tone="error">{trouble.message}</Notice> : <p role="status">{t(words.loading)}</p>}
      </div>
    );
  const { contact, agreed, refused } = view;
  const { version } = contact;
  const act = (step: string, body: object, said: string) =>
    void attempt(async () => {
      await api(`${base}/${step}`, { method: "POST", body: { version, ...body } });
      await load();
      tell(said);
    });
  const save = () =>
    attempt(async () => {
      await api(base, { method: "PUT", body: { ...draft, version } });
      await load();
      tell(t(words.saved));
    });
  const field = (name: keyof Draft) => ({
    ...{ name, value: draft[name], errors: trouble?.fields ?? [] },
    onInput: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <div class="stack steps">
      {back}
      <PageTitle title={contact.name || contact.email} intro={contact.email} />
      <p class="tags">
        {refused && <Tag tone="error">{exclusions[refused][locale]}</Tag>}
        {agreed.length > 0 ? (
          agreed.map((kind) => (
            <Tag tone="success" key={kind}>
              {t(words.mayWrite)} · {t(words[kind])}
            </Tag>
          ))
        ) : (
          <Tag tone="warning">{t(words.mayNot)}</Tag>
        )}
      </p>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      <Differences view={view} busy={busy} may={may} act={act} />
      <Alike view={view} busy={busy} may={may} act={act} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2>{t(words.fields)}</h2>
        <Field label={t(words.name)} {...field("name")} />
        <Field label={t(words.organisation)} {...field("organisation")} />
        <Field label={t(words.position)} {...field("position")} />
        <Field type="tel" label={t(words.phone)} {...field("phone")} />
        <Select
          label={t(words.language)}
          hint={t(words.languageHint)}
          options={[
            { value: "", label: t(words.unknown) },
            { value: "zh-CN", label: t(words.chinese) },
            { value: "en", label: t(words.english) },
          ]}
          {...field("locale")}
        />
        <Field label={t(words.timeZone)} hint={t(words.timeZoneHint)} {...field("timeZone")} />
        <TextArea rows={3} label={t(words.note)} {...field("note")} />
        {may && (
          <div class="actions">
            <Button type="submit" busy={busy}>
              {t(words.save)}
            </Button>
          </div>
        )}
      </form>
      <section class="stack">
        <h2>{t(words.consents)}</h2>
        <Table
          caption={t(words.consents)}
          rows={contact.consents}
          rowKey={({ importId, line, at }) => `${importId} ${line} ${at}`}
          columns={[
            { key: "for", label: t(words.consentFor), cell: ({ basis }) => allBases[basis].label[locale] },
            { key: "from", label: t(words.consentFrom), cell: ({ source }) => source },
            { key: "at", label: t(words.consentAt), cell: ({ at }) => <span class="keep">{formatTime(at, locale)}</span> },
          ]}
        />
      </section>
      <Did view={view} />
      <Sent person={id} />
    </div>
  );
}
