import { campaignKinds } from "@lingxi/core/campaign/kinds-schema";
import type { Words } from "@lingxi/core/platform/text";
import { sources } from "@lingxi/core/segment/schema";
import { useMemo } from "preact/hooks";
import { useChainName } from "../../chains.tsx";
import { List } from "../../list/list.tsx";
import type { ListOf } from "../../list/types.ts";
import { useChainFilter } from "../../review/list.tsx";
import { t, useLocale } from "../../text.ts";
import type { ContactRow } from "./types.ts";
import { words } from "./words.ts";

const optionsOf = (table: Readonly<Record<string, Words>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label: t(label) }));

/** Everyone who is known: from lists, registrations, the talent pool and organisations. */
export function ContactList() {
  const { locale } = useLocale();
  const chainName = useChainName();
  const byChain = useChainFilter();
  const filters = useMemo(
    () => [
      ...byChain,
      { name: "from", label: t(words.from), options: optionsOf(sources) },
      {
        name: "agreed",
        label: t(words.agreedTo),
        options: campaignKinds.map((kind) => ({ value: kind, label: t(words[kind]) })),
      },
      { name: "locale", label: t(words.language), options: optionsOf({ "zh-CN": words.chinese, en: words.english }) },
    ],
    [byChain, locale],
  );
  const of = useMemo<ListOf<ContactRow>>(() => {
    const chains = (c: ContactRow) =>
      c.chains.map((id) => (id === "all" ? t(words.all) : chainName(id))).join(locale === "en" ? ", " : "、");
    return {
      api: "/api/console/contacts",
      caption: t(words.contactList),
      rowId: (c) => c.person,
      rowName: (c) => c.name || c.email,
      href: (c) => `/console/campaigns/contacts/${c.person}`,
      columns: [
        { key: "name", label: t(words.person), cell: (c) => c.name ?? "", text: (c) => c.name },
        { key: "organisation", label: t(words.organisation), cell: (c) => c.organisation ?? "", text: (c) => c.organisation },
        { key: "email", label: t(words.email), cell: (c) => c.email, text: (c) => c.email },
        { key: "phone", label: t(words.phone), cell: (c) => c.phone ?? "", text: (c) => c.phone, aside: true },
        { key: "chains", label: t(words.chains), cell: chains, text: chains, aside: true },
      ],
      filters,
      empty: () => ({ title: t(words.nobodyYet), help: t(words.nobodyYetHelp) }),
    };
  }, [locale, chainName, filters]);
  return (
    <section class="stack">
      <h2>{t(words.contactList)}</h2>
      <List of={of} />
    </section>
  );
}
