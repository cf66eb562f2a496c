import type { DemandRow, DemandState } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import { useRef, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { useChains } from "../../chains.tsx";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Field, Notice, PageTitle, Select } from "../../ui.tsx";
import { Gather, MakeBatch, useBatches } from "./board-batches.tsx";
import { BoardCard, stages, ways } from "./board-card.tsx";
import { words } from "./board-words.ts";
import { ClosingDialog, type Ended } from "./closing.tsx";
import { useLift } from "./use-lift.ts";

const filters = ["batch", "chain", "owner"] as const;

/** Where each need stands, and for how many days: 形成, 对接, 解决. What narrows it stands in the address. */
export function Board() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const session = useSession();
  const may = ["organiser", "broker"].some((role) => hasRole(session, role));
  const organises = hasRole(session, "organiser");
  const chains = useChains();
  const { batches, read } = useBatches();
  const [told, tell] = useState("");
  const [trouble, setTrouble] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const [ending, end] = useState<{ demand: DemandRow; state: Ended }>();
  const box = useRef<HTMLDivElement>(null);

  const asked = new URLSearchParams(filters.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? ""]] : [])));
  const path = (state: DemandState) => {
    const order = state === "open" || state === "in-contact" ? "oldest" : "newest";
    return `/api/console/demands?${new URLSearchParams({ status: state, order, limit: "50", ...Object.fromEntries(asked) })}`;
  };
  const columns = {
    open: usePaged<DemandRow>(path("open")),
    "in-contact": usePaged<DemandRow>(path("in-contact")),
    solved: usePaged<DemandRow>(path("solved")),
    unsolved: usePaged<DemandRow>(path("unsolved")),
  };
  const narrow = (name: (typeof filters)[number]) => (value: string) => {
    const next = new URLSearchParams(asked);
    if (value) next.set(name, value);
    else next.delete(name);
    go(`/console/demands/board${next.size ? `?${next}` : ""}`, { replace: true });
  };
  const send = async (demand: DemandRow, body: { state: DemandState }) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await api(`/api/console/demands/${demand.id}/state`, { method: "POST", body: { ...body, version: demand.version } });
      tell(t(words.moved, { title: say(demand.title, locale), state: t(words[body.state]) }));
      columns[demand.state].reload();
      columns[body.state].reload();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const move = (demand: DemandRow, to: DemandState) => {
    if (to === demand.state) return;
    if (!ways[demand.state].includes(to)) return tell(t(words.notThere, { from: t(words[demand.state]), to: t(words[to]) }));
    setTrouble(undefined);
    if (to === "solved" || to === "unsolved") end({ demand, state: to });
    else void send(demand, { state: to });
  };
  const { lift, handle, board } = useLift(box, (id, to) => {
    const demand = stages.flatMap((state) => columns[state].items ?? []).find((one) => one.id === id);
    if (demand) move(demand, to);
  });
  const batch = query.get("batch") ?? "";
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <a class="button button--quiet" href="/console/demands">
          {t(words.list)}
        </a>
        {organises && (
          <MakeBatch
            done={(id) => {
              tell(t(words.made));
              void read();
              narrow("batch")(id);
            }}
          />
        )}
        {organises && batch.startsWith("bat_") && (
          <Gather
            batchId={batch}
            done={(n) => {
              tell(t(words.gathered, { n }));
              for (const state of stages) columns[state].reload();
            }}
          />
        )}
      </PageTitle>
      <div class="board__filters">
        <Select
          name="batch"
          label={t(words.batch)}
          value={batch}
          onInput={narrow("batch")}
          options={[
            { value: "", label: t(words.all) },
            { value: "none", label: t(words.none) },
            ...batches.map(({ id, name }) => ({ value: id, label: say(name, locale) })),
          ]}
        />
        <Select
          name="chain"
          label={t(words.chain)}
          value={query.get("chain") ?? ""}
          onInput={narrow("chain")}
          options={[{ value: "", label: t(words.all) }, ...chains.map(({ id, name }) => ({ value: id, label: name[locale] }))]}
        />
        <Field name="owner" label={t(words.owner)} value={query.get("owner") ?? ""} onInput={narrow("owner")} />
      </div>
      <p class="visually-hidden" role="status">
        {told}
      </p>
      {told && <p aria-hidden="true">{told}</p>}
      {trouble && !ending && <Notice tone="error">{trouble.message}</Notice>}
      <div class="board" ref={box} {...board}>
        {stages.map((state) => {
          const { items, more, problem, busy: loading } = columns[state];
          const over = lift?.over === state;
          return (
            <section
              class={over ? "board__column board__column--over" : "board__column"}
              key={state}
              data-column={state}
              aria-label={t(words[state])}
            >
              <h2>
                {t(words[state])} {items && <span class="muted">{`${items.length}${more ? "+" : ""}`}</span>}
              </h2>
              {problem && <Notice tone="error">{problem}</Notice>}
              {items?.length === 0 && !more && <p class="muted small">{t(words.empty)}</p>}
              <ul class="board__cards">
                {items?.map((demand) => (
                  <BoardCard
                    key={demand.id}
                    demand={demand}
                    lifted={lift?.id === demand.id}
                    move={may && !busy ? (to) => move(demand, to) : undefined}
                    handle={handle(demand.id)}
                  />
                ))}
              </ul>
              {more && (
                <Button look="quiet" busy={loading} onClick={more}>
                  {t(words.more)}
                </Button>
              )}
            </section>
          );
        })}
      </div>
      {ending && (
        <ClosingDialog
          state={ending.state}
          busy={busy}
          trouble={trouble}
          onClose={() => end(undefined)}
          send={(body) => send(ending.demand, { ...body, state: ending.state })}
        />
      )}
    </div>
  );
}
