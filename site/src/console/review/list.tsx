import type { Words } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useChains } from "../chains.tsx";
import { List } from "../list/list.tsx";
import type { BulkAction, ListColumn, ListFilter, ListOf } from "../list/types.ts";
import { t, useLocale } from "../text.ts";
import { PageTitle } from "../ui.tsx";
import { WaitingCount } from "./parts.tsx";
import { words as common } from "./words.ts";

interface Props<Row, State extends string> {
  /** The last part of the addresses: `projects` for `/console/projects` and `/api/console/projects`. */
  section: string;
  /** What waits for review stands first; each state has a word. */
  states: readonly [State, ...State[]];
  words: Readonly<Record<State | "title" | "intro" | "emptyTitle" | "emptyWaiting" | "emptyOther", Words>>;
  /** Stays the same while it says the same. */
  columns: readonly ListColumn<Row>[];
  name: (row: Row) => string;
  actions?: readonly BulkAction<Row>[];
  /** Beside the title. */
  children?: ComponentChildren;
}

/** What was submitted, by state and chain. */
export function ReviewList<Row extends { readonly id: string }, State extends string>(props: Props<Row, State>) {
  const { section, states, words, columns, name, actions, children } = props;
  const { locale } = useLocale();
  const filters = useChainFilter();
  const of = useMemo<ListOf<Row>>(
    () => ({
      api: `/api/console/${section}`,
      caption: t(words.title),
      rowId: (row) => row.id,
      rowName: name,
      href: (row) => `/console/${section}/${row.id}`,
      columns,
      tabs: { name: "status", options: states.map((s) => ({ value: s, label: t(words[s]) })), fallback: states[0] },
      filters,
      ...(actions ? { actions } : {}),
      empty: (tab) => ({ title: t(words.emptyTitle), help: t(tab === states[0] ? words.emptyWaiting : words.emptyOther) }),
      order: (tab) => (tab === "submitted" || tab === "applied" ? "oldest" : "newest"),
    }),
    [section, columns, filters, locale],
  );
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {children}
      </PageTitle>
      <WaitingCount path={`/api/console/${section}/waiting`} />
      <List of={of} />
    </div>
  );
}

/** Narrows a list to one industry chain. */
export function useChainFilter(): readonly ListFilter[] {
  const chains = useChains();
  const { locale } = useLocale();
  return useMemo(
    () => [
      { name: "chain", label: t(common.chain), options: chains.map(({ id, name }) => ({ value: id, label: name[locale] })) },
    ],
    [chains, locale],
  );
}
