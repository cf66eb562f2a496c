import type { Localised } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Empty, ErrorSummary, Field, Notice, PageTitle } from "../../ui.tsx";
import { UploadField } from "../../upload.tsx";
import { words } from "./words.ts";

interface Attached {
  readonly version: number;
  readonly official?: { readonly title: Localised; readonly href: string };
}

const address = "/api/console/policy";
const none: Localised = { "zh-CN": "" };

/** The official text on the policy page: a link, or a PDF. What was typed stays through a refusal. */
export function Policy() {
  const [attached, setAttached] = useState<Attached>();
  const [title, setTitle] = useState(none);
  const [href, setHref] = useState("");
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [message, setMessage] = useState<string>();
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTold("");
    setMessage(undefined);
    setFields([]);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFields(error.fields);
      if (!error.fields.length) setMessage(error.message);
    } finally {
      setBusy(false);
    }
  };
  const load = async () => {
    const found = await api<Attached>(address);
    setAttached(found);
    setTitle(found.official?.title ?? none);
    setHref(found.official?.href ?? "");
  };
  useEffect(() => {
    void attempt(load);
  }, []);

  const change = (method: "PUT" | "POST", path: string, body: object, done: string) =>
    attempt(async () => {
      await api(path, { method, body: { ...body, version: attached?.version } });
      await load();
      setTold(done);
    });
  const upload = (file: File) =>
    attempt(async () => {
      const body = new FormData();
      body.set("file", file, file.name);
      setHref((await api<{ href: string }>("/api/documents", { method: "POST", body })).href);
    });

  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <a class="button button--quiet" href="/policy/" target="_blank" rel="noopener">
          {t(words.view)}
        </a>
      </PageTitle>
      {told && <Notice tone="success">{told}</Notice>}
      {(message || fields.length > 0) && <ErrorSummary fields={fields} {...(message ? { message } : {})} />}
      {!attached && !message && <p role="status">{t(words.loading)}</p>}
      {attached && !attached.official && <Empty title={t(words.emptyTitle)} help={t(words.emptyHelp)} />}
      {attached && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void change("PUT", address, { title, href }, t(words.saved));
          }}
        >
          <BilingualField name="title" label={t(words.heading)} value={title} onInput={setTitle} errors={fields} />
          <Field
            name="href"
            label={t(words.href)}
            hint={t(words.hrefHint)}
            value={href}
            onInput={setHref}
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
            <Button type="submit" busy={busy}>
              {t(words.save)}
            </Button>
            {attached.official && (
              <Button look="quiet" busy={busy} onClick={() => change("POST", `${address}/remove`, {}, t(words.removed))}>
                {t(words.remove)}
              </Button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
