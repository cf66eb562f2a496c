import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import type { ImportSummary } from "../../imports/types.ts";
import { workGiven } from "../../long-work/now.ts";
import { usePaged } from "../../paged.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, ErrorSummary, Notice, PageTitle, Table } from "../../ui.tsx";
import { UploadField } from "../../upload.tsx";
import { words } from "./words.ts";

const sample =
  "专利号,名称,摘要,权利要求,IPC,权利人,法律状态,状态日期,届满日期,产业链,联系人,邮箱,备注\r\nZL201710601862.3,一种示例装置,一种示例装置，包括机架和电机。,1. 一种示例装置。,A01C 5/04；A01C 7/00,西安示例大学,有效,2020-01-01,2037-07-21,,王示例,wang@example.com,\r\n";

function downloadSample(): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${sample}`], { type: "text/csv" }));
  link.download = "lingxi-patents.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The files that were brought in, and the form for another one. */
export function PatentImports() {
  const { locale } = useLocale();
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ message?: string; fields: readonly FieldProblem[] }>({ fields: [] });
  const { items, problem, more, busy: reading } = usePaged<ImportSummary>("/api/console/patents/imports");
  const submit = async () => {
    if (!file) return setTrouble({ fields: [{ field: "file", message: t(words.noFile) }] });
    const body = new FormData();
    body.set("file", file);
    setBusy(true);
    setTrouble({ fields: [] });
    dispatchEvent(new Event(workGiven));
    try {
      const made = await api<ImportSummary>("/api/console/patents/imports", { method: "POST", body });
      go(`/console/patents/imports/${made.id}${made.repeated ? "?repeated=1" : ""}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error.fields.length ? { fields: error.fields } : { message: error.message, fields: [] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      <p>
        <a href="/console/patents">← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.imports)} intro={t(words.importIntro)} />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary fields={trouble.fields} {...(trouble.message ? { message: trouble.message } : {})} />
        <UploadField
          name="file"
          label={t(words.file)}
          hint={t(words.fileHint)}
          accept=".csv,.xlsx,text/csv"
          onChoose={setFile}
          errors={trouble.fields}
        />
        <p>
          <Button look="quiet" onClick={downloadSample}>
            {t(words.sampleFile)}
          </Button>
        </p>
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(words.import)}
          </Button>
          {busy && <span role="status">{t(words.importing)}</span>}
        </div>
      </form>
      <h2>{t(words.done)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !problem && <Empty title={t(words.noImports)} help={t(words.noImportsHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.done)}
          rows={items}
          rowKey={(i) => i.id}
          columns={[
            {
              key: "file",
              label: t(words.fileName),
              cell: (i) => (
                <a class="keep" href={`/console/patents/imports/${i.id}`}>
                  {i.fileName}
                </a>
              ),
            },
            { key: "rows", label: t(words.rows), number: true, cell: (i) => i.rows },
            { key: "imported", label: t(words.cameIn), number: true, cell: (i) => i.counts.imported + i.counts.updated },
            { key: "refused", label: t(words.refused), number: true, cell: (i) => i.counts.refused },
            { key: "when", label: t(words.when), cell: (i) => <span class="keep">{formatTime(i.startedAt, locale)}</span> },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={reading} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}
