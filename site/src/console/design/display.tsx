import { t } from "../text.ts";
import { Button, Card, Empty, Notice, Progress, Table, Tag } from "../ui.tsx";
import { words } from "./words.ts";

/** What tells the reader how things stand. */
export function Feedback() {
  return (
    <>
      <div class="stack">
        <h3>{t(words.notices)}</h3>
        <Notice>{t(words.info)}</Notice>
        <Notice tone="success">{t(words.success)}</Notice>
        <Notice tone="warning">{t(words.warning)}</Notice>
        <div class="notice notice--error">{t(words.error)}</div>
      </div>
      <div class="stack">
        <h3>{t(words.progress)}</h3>
        <Progress label={t(words.progress)} value={128} max={200} />
        <p class="small muted">{t(words.sent)}</p>
      </div>
      <Empty title={t(words.empty)} help={t(words.emptyHelp)}>
        <Button>{t(words.write)}</Button>
      </Empty>
    </>
  );
}

/** What shows things. */
export function Things() {
  const rows = [
    { id: "a", organisation: t(words.university), status: "confirmed" as const, count: 12 },
    { id: "b", organisation: t(words.works), status: "waiting" as const, count: 3 },
  ];
  return (
    <>
      <div class="stack">
        <h3>{t(words.things)}</h3>
        <Card title={t(words.cardTitle)} level="h3">
          <p>{t(words.cardText)}</p>
          <p class="tags">
            <Tag tone="accent">{t(words.roadshow)}</Tag>
            <Tag tone="success">{t(words.confirmed)}</Tag>
            <Tag tone="warning">{t(words.waiting)}</Tag>
            <Tag>TRL 6</Tag>
          </p>
        </Card>
        <dl class="facts">
          <div>
            <dt>{t(words.when)}</dt>
            <dd>{t(words.whenValue)}</dd>
          </div>
          <div>
            <dt>{t(words.where)}</dt>
            <dd>{t(words.whereValue)}</dd>
          </div>
        </dl>
      </div>
      <div class="stack">
        <h3>{t(words.table)}</h3>
        <Table
          caption={t(words.table)}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "organisation", label: t(words.organisation), cell: (row) => row.organisation },
            {
              key: "status",
              label: t(words.status),
              cell: (row) => <Tag tone={row.status === "confirmed" ? "success" : "warning"}>{t(words[row.status])}</Tag>,
            },
            { key: "count", label: t(words.count), cell: (row) => row.count, number: true },
          ]}
        />
      </div>
      <div class="stack">
        <h3>{t(words.tabs)}</h3>
        <div class="tabs">
          <a class="tabs__tab" href="#tab-all" aria-current="true">
            {t(words.all)}
          </a>
          <a class="tabs__tab" href="#tab-draft">
            {t(words.draft)}
          </a>
        </div>
      </div>
    </>
  );
}
