import type { Localised } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Empty, ErrorSummary, Field, Notice, PageTitle } from "../../ui.tsx";
import { UploadField } from "../../upload.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

interface Attached {
  readonly version: number;
  readonly official?: { readonly title: Localised; readonly href: string };
}

/** What the form holds. */
export interface Draft {
  readonly title: Localised;
  readonly href: string;
}

const address = "/api/console/policy";
const blank: Draft = { title: { "zh-CN": "" }, href: "" };
const check = async (draft: Draft) => (await import("./check.ts")).check(draft);

/** The official text on the policy page: a link, or a PDF. It is public as soon as it is saved, so nothing is saved by itself. */
export function Policy() {
  const [attached, setAttached] = useState<Attached>();
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const read = async () => {
    const found = await api<Attached>(address);
    setAttached(found);
    return { draft: found.official ?? blank, version: found.version };
  };
  const form = useForm<Draft>({
    place: "policy",
    blank,
    check,
    read,
    auto: false,
    async save(draft, base) {
      await api(address, { method: "PUT", body: { ...draft, version: base?.version } });
      return read();
    },
  });
  const { draft, put, problems } = form;
  useEffect(() => {
    read().then(form.take, fail);
  }, []);

  const remove = () =>
    attempt(async () => {
      await api(`${address}/remove`, { method: "POST", body: { version: attached?.version } });
      form.wipe(blank);
      form.take(await read());
      tell(t(words.removed));
    });
  const upload = (file: File) =>
    attempt(async () => {
      const body = new FormData();
      body.set("file", file, file.name);
      put("href")((await api<{ href: string }>("/api/documents", { method: "POST", body })).href);
    });
  const fields = trouble?.fields.length ? trouble.fields : problems;

  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <a class="button button--quiet" href="/policy/" target="_blank" rel="noopener">
          {t(words.view)}
        </a>
      </PageTitle>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      <FormAbove form={form} labels={{ title: t(words.heading), href: t(words.href) }} />
      {!attached && !trouble && <p role="status">{t(words.loading)}</p>}
      {attached && !attached.official && <Empty title={t(words.emptyTitle)} help={t(words.emptyHelp)} />}
      {attached && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save().then((ok) => ok && tell(t(words.saved)));
          }}
        >
          <BilingualField name="title" label={t(words.heading)} value={draft.title} onInput={put("title")} errors={fields} />
          <Field
            name="href"
            label={t(words.href)}
            hint={t(words.hrefHint)}
            value={draft.href}
            onInput={put("href")}
            errors={fields}
            lang="en"
          />
          <UploadField
            name="file"
            label={t(words.file)}
            hint={t(words.fileHint)}
            accept="application/pdf"
            onChoose={(file) => file && void upload(file)}
            errors={fields}
          />
          <div class="actions">
            <Button type="submit" busy={busy || form.saving}>
              {t(words.save)}
            </Button>
            {attached.official && (
              <Button look="quiet" busy={busy} onClick={() => void remove()}>
                {t(words.remove)}
              </Button>
            )}
            <SaveState form={form} />
          </div>
        </form>
      )}
    </div>
  );
}
