import { campaignStatuses, withoutFields } from "@lingxi/core/campaign/kinds-schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, PageTitle, Tag } from "../../ui.tsx";
import type { CampaignRow } from "./types.ts";
import { words } from "./words.ts";

export const toneOf = (status: CampaignRow["status"]) =>
  status === "finished"
    ? "success"
    : status === "sending"
      ? "accent"
      : status === "paused" || status === "waiting"
        ? "warning"
        : "info";

export function CampaignList() {
  const { locale } = useLocale();
  const of = useMemo<ListOf<CampaignRow>>(() => {
    const subject = (c: CampaignRow) => withoutFields(say(c.subject, locale), locale);
    const when = (c: CampaignRow) => c.endedAt ?? c.startedAt ?? c.sendAt ?? c.createdAt;
    const kind = (c: CampaignRow) => t(words[c.kind]);
    return {
      api: "/api/console/campaigns",
      caption: t(words.title),
      rowId: (c) => c.id,
      rowName: subject,
      href: (c) => `/console/campaigns/${c.id}`,
      columns: [
        { key: "subject", label: t(words.subject), cell: subject, text: subject, width: "wide" },
        {
          key: "status",
          label: t(words.status),
          cell: (c) => <Tag tone={toneOf(c.status)}>{t(words[c.status])}</Tag>,
          text: (c) => t(words[c.status]),
          width: "narrow",
        },
        { key: "kind", label: t(words.kind), cell: kind, text: kind, aside: true },
        {
          key: "when",
          label: t(words.when),
          cell: (c) => formatTime(when(c), locale),
          text: (c) => formatTime(when(c), locale),
          value: (c) => ({ at: when(c) }),
          by: when,
          width: "time",
        },
      ],
      filters: [
        { name: "status", label: t(words.status), options: campaignStatuses.map((s) => ({ value: s, label: t(words[s]) })) },
      ],
      empty: () => ({ title: t(words.emptyTitle), help: t(words.emptyHelp) }),
    };
  }, [locale]);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <Button onClick={() => go("/console/campaigns/new")}>{t(words.add)}</Button>
        <Button look="quiet" onClick={() => go("/console/campaigns/contacts")}>
          {t(words.contacts)}
        </Button>
        <Button look="quiet" onClick={() => go("/console/campaigns/rules")}>
          {t(words.rules)}
        </Button>
      </PageTitle>
      <List of={of} />
    </div>
  );
}
