import type { MemberView } from "@lingxi/core/identity/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Dialog, ErrorSummary, Notice, PageTitle, Tag } from "../../ui.tsx";
import { useUnsaved, useWork } from "../../work.ts";
import { blank, MemberFields } from "./fields.tsx";
import { Recovery } from "./recovery.tsx";
import { WithoutPasskey } from "./without-passkey.tsx";
import { words } from "./words.ts";

const isAdministrator = ({ grants }: MemberView) => grants.some(({ role }) => role === "administrator");

/** One member: what they are called, which roles they have, whether they may come in. What was typed stays through every refusal. */
export function MemberPage({ id }: { id: string }) {
  const session = useSession();
  const { query } = usePlace();
  const [row, setRow] = useState<MemberView>();
  const [draft, setDraft] = useState(blank);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const { busy, told, trouble, attempt, tell } = useWork();
  const path = `/api/console/members/${id}`;
  const load = async () => {
    const found = await api<MemberView>(path);
    setRow(found);
    setDraft({ name: found.name, email: found.email, grants: found.grants });
    setDirty(false);
  };
  useEffect(() => {
    void attempt(load);
  }, [id]);
  useUnsaved(dirty);

  const change = (method: "PUT" | "POST", step: string, body: object, done: string) =>
    attempt(async () => {
      await api(`${path}${step}`, { method, body: { ...body, version: row?.version } });
      await load();
      tell(done);
    });
  const fields = trouble?.fields ?? [];
  const mayChange = hasRole(session, "administrator");
  return (
    <div class="stack">
      <p>
        <a href="/console/members">← {t(words.back)}</a>
      </p>
      <PageTitle title={row?.name ?? t(words.title)} />
      {query.has("invited") && !told && !trouble && <Notice tone="success">{t(words.invited)}</Notice>}
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      {trouble?.reason === "record.changed" && (
        <Notice tone="warning">
          <p>{t(words.conflict)}</p>
          <Button look="quiet" onClick={() => void attempt(load)}>
            {t(words.reload)}
          </Button>
        </Notice>
      )}
      {!row && !trouble && <p role="status">{t(words.loading)}</p>}
      {row && (
        <div class="actions">
          <Tag tone={row.status === "active" ? "success" : "warning"}>{t(words.status[row.status])}</Tag>
          <span>
            {t(words.passkeys)} {row.passkeys}
          </span>
          {mayChange && row.status === "disabled" && (
            <Button look="quiet" busy={busy} onClick={() => void change("POST", "/enable", {}, t(words.enabledNow))}>
              {t(words.enable)}
            </Button>
          )}
          {mayChange && row.status !== "disabled" && (
            <Button look="quiet" onClick={() => setAsking(true)}>
              {t(words.disable)}
            </Button>
          )}
        </div>
      )}
      <Dialog open={asking} title={t(words.disable)} onClose={() => setAsking(false)}>
        <p>{t(words.disableSure, { name: row?.name ?? "" })}</p>
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setAsking(false);
            void change("POST", "/disable", {}, t(words.disabledNow));
          }}
        >
          {t(words.disable)}
        </Button>
      </Dialog>
      {row && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void change("PUT", "", draft, t(words.saved));
          }}
        >
          <MemberFields
            draft={draft}
            onInput={(next) => {
              setDraft(next);
              setDirty(true);
            }}
            errors={fields}
          />
          {mayChange && (
            <div class="actions">
              <Button type="submit" busy={busy}>
                {t(words.save)}
              </Button>
            </div>
          )}
        </form>
      )}
      {row && mayChange && row.id !== session.staffId && row.status !== "disabled" && !isAdministrator(row) && (
        <WithoutPasskey
          key={row.version}
          row={row}
          busy={busy}
          fields={fields}
          change={(step, body, done) => void change("POST", step, body, done)}
        />
      )}
      {row && mayChange && row.id !== session.staffId && row.status !== "disabled" && row.passkeys > 0 && (
        <Recovery row={row} busy={busy} change={(step, done) => void change("POST", step, {}, done)} />
      )}
    </div>
  );
}
