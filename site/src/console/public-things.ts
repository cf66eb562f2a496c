import type { Localised } from "@lingxi/core/platform/text";
import { ApiProblem, api } from "./api.ts";

/** What has a public page and is chosen by its title. */
export type PublicKind = "activities" | "projects" | "demands" | "cases" | "talents";

/** What is public of a thing, as far as it is named here; the title of a person is a position. */
interface Thing {
  readonly id: string;
  readonly title: Localised | string;
  readonly name?: string;
}
export interface FoundThing {
  readonly id: string;
  readonly title: Localised;
}

const prefixes: Readonly<Record<PublicKind, string>> = {
  activities: "act",
  projects: "prj",
  demands: "dem",
  cases: "cas",
  talents: "tal",
};
const named = ({ id, title, name }: Thing): FoundThing => ({
  id,
  title: typeof title === "string" ? { "zh-CN": name ?? id } : title,
});

const known = new Map<string, FoundThing>();

/** Keeps what a search found, so that it need not be asked for again. */
export const remember = (thing: FoundThing) => known.set(thing.id, thing);

/** A public thing by its id; null when it is not public. Throws an ApiProblem when nobody can say. */
export async function lookUp(kind: PublicKind, id: string): Promise<FoundThing | null> {
  const kept = known.get(id);
  if (kept) return kept;
  try {
    const found = named(await api<Thing>(`/api/${kind}/${id}`));
    remember(found);
    return found;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** The id that an address or a text names: lower-case base 32. */
export const idIn = (kind: PublicKind, text: string) => new RegExp(`${prefixes[kind]}_[0-9a-z]{26}`).exec(text)?.[0];

/** The first public things of a kind that words find; an address or an id finds what it names. */
export async function search(kind: PublicKind, q: string): Promise<readonly FoundThing[]> {
  const id = idIn(kind, q);
  if (id) {
    const one = await lookUp(kind, id);
    return one ? [one] : [];
  }
  const answer = await api<{ entries: readonly { thing: Thing }[] }>(`/api/find?of=${kind}&q=${encodeURIComponent(q)}`);
  return answer.entries.slice(0, 8).map(({ thing }) => named(thing));
}
