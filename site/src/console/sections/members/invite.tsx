import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, ErrorSummary, PageTitle } from "../../ui.tsx";
import { useUnsaved, useWork } from "../../work.ts";
import { blank, MemberFields } from "./fields.tsx";
import { words } from "./words.ts";

export function InviteMember() {
  const { locale } = useLocale();
  const [draft, setDraft] = useState(blank);
  const { busy, trouble, attempt } = useWork();
  const [sent, setSent] = useState(false);
  useUnsaved(!sent && draft !== blank);
  const send = () =>
    attempt(async () => {
      const { id } = await api<{ id: string }>("/api/console/members", { method: "POST", body: { ...draft, locale } });
      setSent(true);
      go(`/console/members/${id}?invited=1`, { replace: true });
    });
  const fields = trouble?.fields ?? [];
  return (
    <div class="stack">
      <p>
        <a href="/console/members">← {t(words.back)}</a>
      </p>
      <PageTitle title={t(words.invite)} intro={t(words.inviteHelp)} />
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <MemberFields draft={draft} onInput={setDraft} errors={fields} />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(words.send)}
          </Button>
        </div>
      </form>
    </div>
  );
}
