import type { SeenValue, TrailRow } from "@lingxi/core/audit/schema";
import { t } from "../../text.ts";
import { type Column, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

type Field = TrailRow["fields"][number];

/** What stood in each field before and after. */
export function FieldChanges({ row }: { row: TrailRow }) {
  const columns: Column<Field>[] = [
    { key: "name", label: t(words.field), cell: (field) => <code>{field.name}</code> },
    { key: "before", label: t(words.before), cell: (field) => <Value value={field.before} /> },
    { key: "after", label: t(words.after), cell: (field) => <Value value={field.after} /> },
  ];
  return <Table caption={t(words.fields, { n: row.fields.length })} columns={columns} rows={row.fields} rowKey={(f) => f.name} />;
}

function Value({ value }: { value: SeenValue | undefined }) {
  if (!value) return <span class="muted">{t(words.nothing)}</span>;
  if ("erased" in value) return <Tag>{t(words.erased)}</Tag>;
  if ("digest" in value) return <span>{t(words.digest, { n: value.length, digest: value.digest.slice(0, 12) })}</span>;
  return (
    <span class="trail__value">
      {typeof value.is === "string" ? value.is : JSON.stringify(value.is)} {value.personal && <Tag>{t(words.personal)}</Tag>}
    </span>
  );
}
