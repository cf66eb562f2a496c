import type { PatentRow } from "@lingxi/core/ip-record/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useMemo } from "preact/hooks";
import { useChainName } from "../../chains.tsx";
import { List } from "../../list/list.tsx";
import type { BulkAction, ListOf } from "../../list/types.ts";
import { useChainFilter } from "../../review/list.tsx";
import { words as common } from "../../review/words.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { PageTitle, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

export const tones = { "in-force": "success", pending: "info", expired: "warning" } as const;
const states = ["offered", "withdrawn"] as const;

const moving = (to: "offered" | "withdrawn"): BulkAction<PatentRow> => ({
  key: to,
  label: to === "offered" ? words.putBack : words.takeOff,
  help: to === "offered" ? words.putBackHelp : words.takeOffHelp,
  fits: ({ status }) => status !== to,
  call: ({ id, version }) => ({ path: `/api/console/patents/${id}/status`, body: { version, status: to } }),
});
const actions = [moving("withdrawn"), moving("offered")];

/** Patents on offer, and those that were taken off it. */
export function PatentList() {
  const { locale } = useLocale();
  const session = useSession();
  const chainName = useChainName();
  const chains = useChainFilter();
  const writes = hasRole(session, "organiser") || hasRole(session, "broker");
  const of = useMemo<ListOf<PatentRow>>(
    () => ({
      api: "/api/console/patents",
      caption: t(words.title),
      rowId: ({ id }) => id,
      rowName: ({ title }) => title,
      href: ({ id }) => `/console/patents/${id}`,
      columns: [
        { key: "title", label: t(words.name), cell: (p) => p.title, text: (p) => p.title, width: "wide" },
        { key: "number", label: t(words.number), cell: (p) => p.number, text: (p) => p.number, width: "time" },
        { key: "holder", label: t(words.holder), cell: (p) => p.holder, text: (p) => p.holder },
        {
          key: "legal",
          label: t(words.legal),
          cell: (p) => <Tag tone={tones[p.legal]}>{t(words[p.legal])}</Tag>,
          text: (p) => t(words[p.legal]),
          width: "narrow",
        },
        {
          key: "seeking",
          label: t(words.match),
          cell: (p) => p.seeking && <Tag tone="warning">{t(words.seeking)}</Tag>,
          text: (p) => (p.seeking ? t(words.seeking) : ""),
          width: "narrow",
          aside: true,
        },
        {
          key: "chain",
          label: t(common.chain),
          cell: (p) => (p.chain ? chainName(p.chain) : "–"),
          text: (p) => p.chain && chainName(p.chain),
          aside: true,
        },
        {
          key: "since",
          label: t(common.since),
          cell: (p) => formatTime(p.since, locale),
          text: (p) => formatTime(p.since, locale),
          value: (p) => ({ at: p.since }),
          width: "time",
          own: true,
          aside: true,
        },
      ],
      tabs: { name: "status", options: states.map((value) => ({ value, label: t(words[value]) })), fallback: "offered" },
      filters: [
        ...chains,
        {
          name: "legal",
          label: t(words.legal),
          options: (["in-force", "pending", "expired"] as const).map((value) => ({ value, label: t(words[value]) })),
        },
      ],
      ...(writes ? { actions } : {}),
      empty: (tab) => ({ title: t(words.emptyTitle), help: t(tab === "offered" ? words.emptyHelp : words.emptyOff) }),
    }),
    [locale, chainName, chains, writes],
  );
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {writes && (
          <a class="button" href="/console/patents/new">
            {t(words.enter)}
          </a>
        )}
        {hasRole(session, "organiser") && (
          <a class="button button--quiet" href="/console/patents/imports">
            {t(words.imports)}
          </a>
        )}
      </PageTitle>
      <List of={of} />
    </div>
  );
}
