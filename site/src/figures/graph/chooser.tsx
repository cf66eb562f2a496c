import { say } from "@lingxi/core/platform/text";
import { kinds } from "@lingxi/core/publication/schema";
import type { Ref } from "preact";
import { graphWords } from "../../text/figures-graph.ts";
import { sum } from "../charts.ts";
import type { Board } from "../shown.ts";

interface Props {
  readonly board: Board;
  readonly chain: string | undefined;
  readonly field: Ref<HTMLSelectElement>;
  readonly onChoose: (chain: string) => void;
}

const contentOf = (one: Board["figures"]["chains"][number]) => sum(kinds.map((kind) => one[kind]));

/** The chains, those with most first. */
export const byContent = (chains: Board["figures"]["chains"]) => [...chains].sort((a, b) => contentOf(b) - contentOf(a));

export function Chooser({ board: { locale, figures }, chain, field, onChoose }: Props) {
  const words = graphWords[locale];
  const groups = [
    { label: words.filled, chains: byContent(figures.chains).filter((one) => contentOf(one) > 0) },
    { label: words.empty, chains: figures.chains.filter((one) => contentOf(one) === 0) },
  ].filter(({ chains }) => chains.length > 0);
  return (
    <div class="field graph__chooser">
      <label class="field__label" for="graph-chain">
        {words.choose}
      </label>
      <select
        id="graph-chain"
        class="input"
        ref={field}
        value={chain ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {chain === undefined && <option value="">—</option>}
        {groups.map(({ label, chains }) => (
          <optgroup key={label} label={label}>
            {chains.map((one) => (
              <option key={one.chain.id} value={one.chain.id}>
                {say(one.chain.name, locale)}
                {contentOf(one) > 0 ? ` · ${contentOf(one)}` : ""}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
