import { isCodeShaped, isCreditCode, plainCreditCode } from "@lingxi/core/organisation/code-schema";
import type { CodeLetThrough } from "@lingxi/core/organisation/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Field, Notice, Table, TextArea } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

const path = "/api/console/organisations/codes";

/** Codes whose check character is wrong and that count all the same, each since when and why. */
export function Codes({ mayDecide, done }: { readonly mayDecide: boolean; readonly done: (text: string) => void }) {
  const { locale } = useLocale();
  const { items, more, busy: loading, problem } = usePaged<CodeLetThrough>(path);
  const [open, setOpen] = useState(false);
  const { busy, trouble, attempt } = useWork();
  const end = ({ code, version }: CodeLetThrough) =>
    attempt(async () => {
      await api(`${path}/${encodeURIComponent(code)}/end`, { method: "POST", body: { version } });
      done(t(words.codeEnded));
    });
  return (
    <section class="stack">
      <h2>{t(words.codes)}</h2>
      <p class="muted">{t(words.codesIntro)}</p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {trouble && <Notice tone="error">{trouble.message}</Notice>}
      {items && items.length > 0 && (
        <Table
          caption={t(words.codes)}
          rows={items}
          rowKey={({ code }) => code}
          columns={[
            { key: "code", label: t(words.code), cell: (one) => <code>{one.code}</code> },
            { key: "note", label: t(words.note), cell: (one) => one.note },
            { key: "at", label: t(words.codeSince), cell: (one) => formatTime(one.at, locale) },
            {
              key: "end",
              label: "",
              cell: (one) =>
                mayDecide ? (
                  <Button look="quiet" busy={busy} onClick={() => void end(one)}>
                    {t(words.codeEnd)}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={loading} onClick={more}>
          {t(words.more)}
        </Button>
      )}
      {mayDecide && (
        <div class="actions">
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t(words.letThrough)}
          </Button>
        </div>
      )}
      <Dialog open={open} title={t(words.letThrough)} onClose={() => setOpen(false)}>
        {open && <LetThrough done={done} />}
      </Dialog>
    </section>
  );
}

function LetThrough({ done }: { readonly done: (text: string) => void }) {
  const [code, setCode] = useState("");
  const [note, setNote] = useState("");
  const { busy, trouble, attempt } = useWork();
  const plain = plainCreditCode(code);
  const save = () =>
    attempt(async () => {
      await api(path, { method: "POST", body: { code, note } });
      done(t(words.codeLetThrough));
    });
  const fields = trouble?.fields ?? [];
  return (
    <>
      {trouble && fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
      <Field name="code" label={t(words.code)} value={code} onInput={setCode} errors={fields} />
      {isCodeShaped(plain) && !isCreditCode(plain) && <Notice tone="warning">{t(words.codeWarning)}</Notice>}
      <TextArea name="note" label={t(words.note)} value={note} onInput={setNote} errors={fields} rows={3} />
      <Button busy={busy} onClick={() => void save()}>
        {t(words.letThrough)}
      </Button>
    </>
  );
}
