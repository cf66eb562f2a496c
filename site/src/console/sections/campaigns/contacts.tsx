import { consentBases } from "@lingxi/core/campaign/kinds-schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useRef, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { workGiven } from "../../long-work/now.ts";
import { usePaged } from "../../paged.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, ErrorSummary, Field, Notice, PageTitle, Select, Table } from "../../ui.tsx";
import { ContactList } from "./contact-list.tsx";
import type { ImportRow } from "./types.ts";
import { words } from "./words.ts";

/** Contacts, the imports that brought them, and the form for another one. */
export function Contacts() {
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns">← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.contacts)} intro={t(words.contactsIntro)}>
        <Button look="quiet" onClick={() => go("/console/campaigns/contacts/alike")}>
          {t(words.pairs)}
        </Button>
        <Button look="quiet" onClick={() => go("/console/campaigns/segments")}>
          {t(words.segments)}
        </Button>
      </PageTitle>
      <ImportForm />
      <Imports />
      <ContactList />
    </div>
  );
}

const sample =
  "姓名,单位,统一社会信用代码,职务,手机,邮箱,产业链,参会意向,备注,语言\r\n王示例,西安示例科技有限公司,,总工程师,13900000000,wang@example.com,航空；钛及钛合金,寻求加工技术,,中文\r\n";

function downloadSample(): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${sample}`], { type: "text/csv" }));
  link.download = "lingxi-contacts.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

function ImportForm() {
  const { locale } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState("");
  const [basis, setBasis] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ message?: string; fields: readonly FieldProblem[] }>({ fields: [] });

  const submit = async () => {
    const file = input.current?.files?.[0];
    if (!file) return setTrouble({ fields: [{ field: "file", message: t(words.noFile) }] });
    const body = new FormData();
    body.set("source", source);
    body.set("basis", basis);
    body.set("file", file);
    setBusy(true);
    setTrouble({ fields: [] });
    dispatchEvent(new Event(workGiven));
    try {
      const made = await api<ImportRow>("/api/imports", { method: "POST", body });
      go(`/console/campaigns/imports/${made.id}${made.repeated ? "?repeated=1" : ""}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error.fields.length ? { fields: error.fields } : { message: error.message, fields: [] });
    } finally {
      setBusy(false);
    }
  };
  const wrong = trouble.fields.find((f) => f.field === "file")?.message;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t(words.importTitle)}</h2>
      <ErrorSummary fields={trouble.fields} {...(trouble.message ? { message: trouble.message } : {})} />
      <div class={wrong ? "field field--error" : "field"}>
        <label class="field__label" for={idOf("file")}>
          {t(words.file)}
        </label>
        <span class="field__hint" id={`${idOf("file")}-hint`}>
          {t(words.fileHint)}
        </span>
        {wrong && <span class="field__error">{wrong}</span>}
        <input
          ref={input}
          id={idOf("file")}
          class="input"
          type="file"
          accept=".csv,text/csv"
          aria-describedby={`${idOf("file")}-hint`}
        />
      </div>
      <p>
        <Button look="quiet" onClick={downloadSample}>
          {t(words.sampleFile)}
        </Button>
      </p>
      <Field
        name="source"
        label={t(words.source)}
        hint={t(words.sourceHint)}
        value={source}
        onInput={setSource}
        errors={trouble.fields}
      />
      <Select
        name="basis"
        label={t(words.basis)}
        hint={t(words.basisHint)}
        value={basis}
        onInput={setBasis}
        errors={trouble.fields}
        options={Object.entries(consentBases).map(([value, { label }]) => ({ value, label: label[locale] }))}
      />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {t(words.import)}
        </Button>
        {busy && <span role="status">{t(words.importing)}</span>}
      </div>
    </form>
  );
}

function Imports() {
  const { locale } = useLocale();
  const { items, problem, more, busy } = usePaged<ImportRow>("/api/console/imports");
  return (
    <section class="stack">
      <h2>{t(words.imports)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !problem && <Empty title={t(words.noImports)} help={t(words.noImportsHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.imports)}
          rows={items}
          rowKey={(i) => i.id}
          columns={[
            {
              key: "file",
              label: t(words.fileName),
              cell: (i) => (
                <a class="keep" href={`/console/campaigns/imports/${i.id}`}>
                  {i.fileName}
                </a>
              ),
            },
            { key: "source", label: t(words.source), cell: (i) => <span class="keep">{i.source}</span> },
            { key: "rows", label: t(words.rows), number: true, cell: (i) => i.rows },
            { key: "imported", label: t(words.imported), number: true, cell: (i) => i.counts.imported },
            { key: "refused", label: t(words.refused), number: true, cell: (i) => i.counts.refused },
            { key: "when", label: t(words.when), cell: (i) => <span class="keep">{formatTime(i.startedAt, locale)}</span> },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </section>
  );
}
