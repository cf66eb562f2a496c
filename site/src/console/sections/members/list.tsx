import type { Grant, MemberView } from "@lingxi/core/identity/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { go } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, ErrorSummary, PageTitle, Table, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { roleWords, words } from "./words.ts";

const said = ({ role, activities, chains }: Grant) => {
  const n = activities.length + chains.length;
  return n ? `${t(roleWords[role].name)} · ${t(words.limited, { n })}` : t(roleWords[role].name);
};
const tones = { invited: "warning", active: "success", disabled: "info" } as const;

/** All members of staff. */
export function MemberList() {
  const session = useSession();
  const [items, setItems] = useState<readonly MemberView[]>();
  const { trouble, attempt } = useWork();
  useEffect(() => {
    void attempt(async () => setItems((await api<{ items: MemberView[] }>("/api/console/members")).items));
  }, []);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {hasRole(session, "administrator") && <Button onClick={() => go("/console/members/new")}>{t(words.invite)}</Button>}
      </PageTitle>
      {trouble && <ErrorSummary fields={[]} message={trouble.message} />}
      {!items && !trouble && <p role="status">{t(words.loading)}</p>}
      {items && (
        <Table
          caption={t(words.title)}
          rows={items}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "name",
              label: t(words.name),
              cell: (one) => (
                <>
                  <a href={`/console/members/${one.id}`}>{one.name}</a> {one.id === session.staffId && <Tag>{t(words.you)}</Tag>}
                </>
              ),
            },
            { key: "email", label: t(words.email), cell: (one) => one.email },
            {
              key: "roles",
              label: t(words.roles),
              cell: (one) => (
                <span class="tags">
                  {one.grants.map((grant) => (
                    <Tag key={JSON.stringify(grant)}>{said(grant)}</Tag>
                  ))}
                </span>
              ),
            },
            {
              key: "state",
              label: t(words.state),
              cell: (one) => <Tag tone={tones[one.status]}>{t(words.status[one.status])}</Tag>,
            },
            { key: "passkeys", label: t(words.passkeys), number: true, cell: (one) => one.passkeys },
          ]}
        />
      )}
    </div>
  );
}
