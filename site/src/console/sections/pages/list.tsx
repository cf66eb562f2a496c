import { type CaseRow, type CaseState, caseStates } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table } from "../../ui.tsx";
import { States } from "../cases/list.tsx";
import { words as caseWords } from "../cases/words.ts";
import { words } from "./words.ts";

interface Waiting {
  readonly count: number;
  readonly scheduled: number;
  readonly held: number;
  readonly more: boolean;
}

/** Pages by state. */
export function PageList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const session = useSession();
  const writer = hasRole(session, "editor") || hasRole(session, "organiser");
  const state = caseStates.find((s) => s === query.get("status")) ?? "published";
  const { items, problem, more, busy } = usePaged<CaseRow>(`/api/console/pages?status=${state}`);
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    // The list below says itself when the server is not reached.
    api<Waiting>("/api/console/pages/waiting").then(setWaiting, () => setWaiting(undefined));
  }, [state]);
  const counted: Partial<Record<CaseState, number>> = waiting ? { "in-review": waiting.count, scheduled: waiting.scheduled } : {};
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {writer && <Button onClick={() => go("/console/pages/new")}>{t(words.add)}</Button>}
      </PageTitle>
      {waiting && waiting.held > 0 && (
        <Notice tone="warning">
          <a href="/console/pages?status=scheduled">{t(caseWords.heldCount, { n: waiting.held })}</a>
        </Notice>
      )}
      <nav class="tabs" aria-label={t(caseWords.status)}>
        {caseStates.map((s) => (
          <a key={s} class="tabs__tab" href={`/console/pages?status=${s}`} aria-current={s === state ? "page" : undefined}>
            {t(caseWords[s])}
            {counted[s] ? <span class="tabs__count">{`${counted[s]}${waiting?.more ? "+" : ""}`}</span> : null}
          </a>
        ))}
      </nav>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(caseWords.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.emptyTitle[state])} help={t(words.emptyHelp[state])} />}
      {items && items.length > 0 && (
        <Table
          caption={t(caseWords[state])}
          rows={items}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "title",
              label: t(words.name),
              cell: (one) => <a href={`/console/pages/${one.id}`}>{say(one.title, locale)}</a>,
            },
            { key: "state", label: t(caseWords.status), cell: (one) => <States row={one} /> },
            { key: "when", label: t(caseWords.lastChange), cell: (one) => formatTime(one.updatedAt, locale) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(caseWords.more)}
        </Button>
      )}
    </div>
  );
}
