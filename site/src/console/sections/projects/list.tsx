import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { ProjectDetail, ProjectStatus } from "@lingxi/core/project/schema";
import { useChains } from "../../chains.tsx";
import { usePaged } from "../../paged.ts";
import { StateTabs, WaitingCount } from "../../review/parts.tsx";
import { words as common } from "../../review/words.ts";
import { usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table } from "../../ui.tsx";
import { words } from "./words.ts";

const states: readonly ProjectStatus[] = ["submitted", "changes-requested", "listed", "declined", "withdrawn"];

/** Projects by state; the state is part of the address. */
export function ProjectList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const chains = useChains();
  const status = states.find((s) => s === query.get("status")) ?? "submitted";
  const { items, problem, more, busy } = usePaged<ProjectDetail>(`/api/console/projects?status=${status}`);
  const chainName = (id: string) => chains.find((c) => c.id === id)?.name[locale] ?? id;
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      <WaitingCount path="/api/console/projects/waiting" />
      <StateTabs path="/console/projects" states={states} current={status} label={(s) => t(words[s])} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(common.loading)}</p>}
      {items?.length === 0 && !problem && (
        <Empty title={t(words.emptyTitle)} help={t(status === "submitted" ? words.emptyWaiting : words.emptyOther)} />
      )}
      {items && items.length > 0 && (
        <Table
          caption={t(words.title)}
          rows={items}
          rowKey={(p) => p.id}
          columns={[
            {
              key: "title",
              label: t(words.name),
              cell: (p) => <a href={`/console/projects/${p.id}`}>{say(p.title, locale) || p.id}</a>,
            },
            { key: "supplier", label: t(words.supplier), cell: (p) => p.organisation },
            { key: "chain", label: t(words.chain), cell: (p) => chainName(p.chain) },
            { key: "trl", label: t(words.trl), number: true, cell: (p) => p.trl },
            { key: "since", label: t(words.since), cell: (p) => formatTime(p.since, locale) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(common.more)}
        </Button>
      )}
    </div>
  );
}
