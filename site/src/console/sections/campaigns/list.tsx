import { withoutFields } from "@lingxi/core/campaign/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { usePaged } from "../../paged.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table, Tag } from "../../ui.tsx";
import type { CampaignRow } from "./types.ts";
import { words } from "./words.ts";

export const toneOf = (status: CampaignRow["status"]) =>
  status === "finished" ? "success" : status === "sending" ? "accent" : status === "paused" ? "warning" : "info";

export function CampaignList() {
  const { locale } = useLocale();
  const { items, problem, more, busy } = usePaged<CampaignRow>("/api/console/campaigns");
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <Button onClick={() => go("/console/campaigns/new")}>{t(words.add)}</Button>
        <Button look="quiet" onClick={() => go("/console/campaigns/contacts")}>
          {t(words.contacts)}
        </Button>
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.emptyTitle)} help={t(words.emptyHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.title)}
          rows={items}
          rowKey={(c) => c.id}
          columns={[
            {
              key: "subject",
              label: t(words.subject),
              cell: (c) => <a href={`/console/campaigns/${c.id}`}>{withoutFields(say(c.subject, locale), locale)}</a>,
            },
            { key: "status", label: t(words.status), cell: (c) => <Tag tone={toneOf(c.status)}>{t(words[c.status])}</Tag> },
            { key: "kind", label: t(words.kind), cell: (c) => t(words[c.kind]) },
            {
              key: "when",
              label: t(words.when),
              cell: (c) => <span class="keep">{formatTime(c.endedAt ?? c.startedAt ?? c.createdAt, locale)}</span>,
            },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}
