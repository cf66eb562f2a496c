import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Card, Empty, Notice, PageTitle, Tag } from "../../ui.tsx";
import type { ActivityRow } from "../activities/types.ts";
import { words } from "./words.ts";

/** The activities that are roadshows: drafts, then those that are published. */
export function RoadshowList() {
  const drafts = usePaged<ActivityRow>("/api/console/activities?status=draft&kind=roadshow");
  const published = usePaged<ActivityRow>("/api/console/activities?status=published&kind=roadshow");
  const problem = drafts.problem ?? published.problem;
  const rows = [...(drafts.items ?? []), ...(published.items ?? [])];
  const loaded = drafts.items && published.items;
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {!loaded && !problem && <p role="status">{t(words.loading)}</p>}
      {loaded && rows.length === 0 && (
        <Empty title={t(words.empty)} help={t(words.emptyHelp)}>
          <a class="button" href="/console/activities/new">
            {t(words.activities)}
          </a>
        </Empty>
      )}
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {(drafts.more ?? published.more) && (
        <Button look="quiet" busy={drafts.busy || published.busy} onClick={() => (drafts.more ?? published.more)?.()}>
          …
        </Button>
      )}
    </div>
  );
}

function Row({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  return (
    <Card title={say(row.title, locale)} href={`/console/roadshows/${row.id}`}>
      <p class="muted">
        {formatTime(row.startsAt, locale, row.timeZone)} {row.status === "draft" && <Tag>{t(words.draft)}</Tag>}
      </p>
    </Card>
  );
}
