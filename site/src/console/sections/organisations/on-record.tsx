import type { OrganisationView } from "@lingxi/core/organisation/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Notice, Table, TextArea } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words } from "./words.ts";

/** The organisations that somebody was confirmed for, and the way to take an owner out who should not be one. */
export function OnRecord({ mayDecide, done }: { readonly mayDecide: boolean; readonly done: (text: string) => void }) {
  const { locale } = useLocale();
  const { items, more, busy: loading, problem } = usePaged<OrganisationView>("/api/console/organisations");
  const [of, setOf] = useState<OrganisationView>();
  const [remark, setRemark] = useState("");
  const { busy, trouble, attempt } = useWork();
  const release = () =>
    attempt(async () => {
      const path = `/api/console/organisations/${encodeURIComponent(of?.code ?? "")}/release`;
      await api(path, { method: "POST", body: { version: of?.version, remark } });
      setOf(undefined);
      done(t(words.released));
    });
  return (
    <section class="stack">
      <h2>{t(words.all)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && <p class="muted">{t(words.allNone)}</p>}
      {items && items.length > 0 && (
        <Table
          caption={t(words.all)}
          rows={items}
          rowKey={({ code }) => code}
          columns={[
            { key: "name", label: t(words.name), cell: (one) => one.name },
            { key: "code", label: t(words.code), cell: (one) => <code>{one.code}</code> },
            { key: "owners", label: t(words.owners), number: true, cell: (one) => one.owners },
            { key: "members", label: t(words.members), number: true, cell: (one) => one.members },
            {
              key: "checked",
              label: t(words.checkedAt),
              cell: (one) => (
                <>
                  {formatTime(one.confirmed.at, locale)}
                  <br />
                  <span class="small muted">{one.confirmed.how}</span>
                </>
              ),
            },
            {
              key: "release",
              label: "",
              cell: (one) =>
                mayDecide && one.owners > 0 ? (
                  <Button look="quiet" onClick={() => setOf(one)}>
                    {t(words.release)}
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
      <Dialog open={of !== undefined} title={t(words.release)} onClose={() => setOf(undefined)}>
        {of && <p>{t(words.releaseSure, { name: of.name })}</p>}
        {of && trouble && trouble.fields.length === 0 && <Notice tone="error">{trouble.message}</Notice>}
        {of && (
          <TextArea name="remark" label={t(words.why)} value={remark} onInput={setRemark} errors={trouble?.fields} rows={3} />
        )}
        <Button look="danger" busy={busy} onClick={() => void release()}>
          {t(words.release)}
        </Button>
      </Dialog>
    </section>
  );
}
