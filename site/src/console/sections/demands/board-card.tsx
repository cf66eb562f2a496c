import type { DemandRow, DemandState } from "@lingxi/core/demand/schema";
import { say } from "@lingxi/core/platform/text";
import { useChainName } from "../../chains.tsx";
import { t, useLocale } from "../../text.ts";
import { Tag } from "../../ui.tsx";
import { words } from "./board-words.ts";

export const stages = ["open", "in-contact", "solved", "unsolved"] as const satisfies readonly DemandState[];

/** Where a need may go from where it stands; the API has the last word. */
export const ways: Readonly<Record<DemandState, readonly DemandState[]>> = {
  open: ["in-contact", "unsolved"],
  "in-contact": ["open", "solved", "unsolved"],
  solved: ["open"],
  unsolved: ["open"],
};

const day = 86_400_000;
/** Whole days at its stage. */
const daysOf = ({ stateSince, since }: DemandRow) =>
  Math.max(0, Math.floor((Date.now() - Date.parse(stateSince ?? since)) / day));

interface Props {
  demand: DemandRow;
  lifted: boolean;
  /** Absent for those who only read. */
  move?: ((to: DemandState) => void) | undefined;
  handle: object;
}

export function BoardCard({ demand, lifted, move, handle }: Props) {
  const { locale } = useLocale();
  const chainName = useChainName();
  const title = say(demand.title, locale) || demand.id;
  const n = daysOf(demand);
  const at = stages.indexOf(demand.state);
  const byKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    const to = stages[at + by];
    if (!by || !event.altKey || !to) return;
    event.preventDefault();
    move?.(to);
  };
  return (
    <li class={lifted ? "board__card board__card--lifted" : "board__card"}>
      <a class="board__name" href={`/console/demands/${demand.id}`}>
        {title}
      </a>
      {move && (
        <button
          type="button"
          class="row-list__tool row-list__handle"
          aria-label={t(words.drag, { title })}
          {...handle}
          onKeyDown={byKey}
        >
          ⠿
        </button>
      )}
      <p class="muted small">
        {demand.organisation} · {chainName(demand.chain)}
      </p>
      <p>
        <Tag>
          <span aria-hidden="true">{t(words.days, { n })}</span>
          <span class="visually-hidden">{t(words.daysHelp, { n })}</span>
        </Tag>{" "}
        {demand.unserved && <Tag tone="warning">{t(words.unserved)}</Tag>}{" "}
        {demand.stale && <Tag tone="warning">{t(words.stale)}</Tag>}
      </p>
      {demand.proposal && <p class="small">{t(words.proposal)}</p>}
      {demand.movedFor && <p class="muted small">{t(words.byAsk)}</p>}
      {move && (
        <label class="board__move small">
          {t(words.moveTo)}
          <select class="input" value="" onChange={(e) => move(e.currentTarget.value as DemandState)}>
            <option value="">–</option>
            {ways[demand.state].map((to) => (
              <option key={to} value={to}>
                {t(words[to])}
              </option>
            ))}
          </select>
        </label>
      )}
    </li>
  );
}
