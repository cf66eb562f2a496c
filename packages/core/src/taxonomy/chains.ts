import list from "./chains.json" with { type: "json" };
import { Chain } from "./schema.ts";

/** The chains as the product ships them: a provisional list, since the complete official one of 34 was not found. */
export const allChains: readonly Chain[] = list.chains.map((chain) => Chain.parse(chain));

export const chainById: Readonly<Record<string, Chain>> = Object.fromEntries(allChains.map((chain) => [chain.id, chain]));

/** The chain that people mean by a word: its id, either name, or an alias; full-width brackets do not matter. */
export function findChain(word: string): Chain | undefined {
  const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const wanted = plain(word);
  return allChains.find((chain) =>
    [chain.id, chain.name["zh-CN"], chain.name.en, ...chain.aliases].some(
      (name) => plain(name) === wanted || plain(name).replace(/\(.*\)/, "") === wanted,
    ),
  );
}
