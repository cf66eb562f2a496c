import { consentBases } from "@lingxi/core/campaign/kinds-schema";
import { ImportReport } from "../../imports/report.tsx";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button } from "../../ui.tsx";
import type { ImportRow, ReportLine } from "./types.ts";
import { words } from "./words.ts";

/** What became of each line of a list of contacts. */
export function ContactReport({ id }: { id: string }) {
  const { locale } = useLocale();
  return (
    <ImportReport<ImportRow, ReportLine>
      path={`/api/console/imports/${id}`}
      href={`/console/campaigns/imports/${id}`}
      back={{ href: "/console/campaigns/contacts", label: t(words.backToContacts) }}
      intro={({ source, basis }) => `${source} · ${consentBases[basis].label[locale]}`}
      columns={[
        { key: "name", label: t(words.person), cell: (l) => <span class="keep">{l.name}</span> },
        { key: "email", label: t(words.email), cell: (l) => <span class="keep">{l.email}</span> },
      ]}
    >
      <Button onClick={() => go("/console/campaigns/new")}>{t(words.next)}</Button>
    </ImportReport>
  );
}
