import type { Words } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import { usePaged } from "../paged.ts";
import { usePlace } from "../router.ts";
import { t } from "../text.ts";
import { Button, type Column, Empty, Notice, PageTitle, Table } from "../ui.tsx";
import { StateTabs, WaitingCount } from "./parts.tsx";
import { words as common } from "./words.ts";

interface Props<Row, State extends string> {
  /** The last part of the addresses: `projects` for `/console/projects` and `/api/console/projects`. */
  section: string;
  /** What waits for review stands first; each state has a word. */
  states: readonly [State, ...State[]];
  words: Readonly<Record<State | "title" | "intro" | "emptyTitle" | "emptyWaiting" | "emptyOther", Words>>;
  columns: readonly Column<Row>[];
  /** Beside the title. */
  children?: ComponentChildren;
}

/** What was submitted, by state; the state is part of the address. */
export function ReviewList<Row extends { readonly id: string }, State extends string>(props: Props<Row, State>) {
  const { section, states, words, columns, children } = props;
  const { query } = usePlace();
  const [waiting] = states;
  const status = states.find((s) => s === query.get("status")) ?? waiting;
  const { items, problem, more, busy } = usePaged<Row>(`/api/console/${section}?status=${status}`);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {children}
      </PageTitle>
      <WaitingCount path={`/api/console/${section}/waiting`} />
      <StateTabs path={`/console/${section}`} states={states} current={status} label={(s) => t(words[s])} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(common.loading)}</p>}
      {items?.length === 0 && !problem && (
        <Empty title={t(words.emptyTitle)} help={t(status === waiting ? words.emptyWaiting : words.emptyOther)} />
      )}
      {items && items.length > 0 && <Table caption={t(words.title)} rows={items} rowKey={(row) => row.id} columns={columns} />}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(common.more)}
        </Button>
      )}
    </div>
  );
}
