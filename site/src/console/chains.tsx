import type { Chain } from "@lingxi/core/taxonomy/schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import { api, type FieldProblem } from "./api.ts";
import { Choices } from "./fields.tsx";
import { useLocale } from "./text.ts";

let kept: Promise<readonly Chain[]> | undefined;

/** The industry chains, asked for once. */
export function useChains(): readonly Chain[] {
  const [chains, setChains] = useState<readonly Chain[]>([]);
  useEffect(() => {
    kept ??= api<{ items: Chain[] }>("/api/chains").then(({ items }) => items);
    kept.then(setChains, () => {
      kept = undefined;
    });
  }, []);
  return chains;
}

/** The name of a chain by its id; the id while the names are on their way. */
export function useChainName(): (id: string) => string {
  const chains = useChains();
  const { locale } = useLocale();
  return useCallback((id) => chains.find((chain) => chain.id === id)?.name[locale] ?? id, [chains, locale]);
}

interface ChainsProps {
  name: string;
  label: string;
  hint?: string;
  value: readonly string[];
  onInput: (value: string[]) => void;
  errors?: readonly FieldProblem[];
}

/** Any number of industry chains, ticked. */
export function ChainsField(props: ChainsProps) {
  const chains = useChains();
  const { locale } = useLocale();
  return <Choices as="checkbox" options={chains.map(({ id, name }) => ({ value: id, label: name[locale] }))} {...props} />;
}
