import { ImportReport } from "../../imports/report.tsx";
import type { ImportLine, ImportSummary } from "../../imports/types.ts";
import { t } from "../../text.ts";
import { words } from "./words.ts";

interface Line extends ImportLine {
  readonly number: string;
  readonly title: string;
}

/** What became of each line of a file of patents. */
export function PatentReport({ id }: { id: string }) {
  return (
    <ImportReport<ImportSummary, Line>
      path={`/api/console/patents/imports/${id}`}
      href={`/console/patents/imports/${id}`}
      back={{ href: "/console/patents/imports", label: t(words.backToImports) }}
      columns={[
        { key: "number", label: t(words.number), cell: (l) => <span class="keep">{l.number}</span> },
        { key: "title", label: t(words.name), cell: (l) => <span class="keep">{l.title}</span> },
      ]}
    />
  );
}
