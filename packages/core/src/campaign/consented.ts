import type { Source } from "../segment/schema.ts";
import type { ContactRecord, SuppressionRecord } from "./entity.ts";
import { allBases, campaignKinds } from "./kinds-schema.ts";
import type { CampaignKind, Exclusion } from "./schema.ts";
import { topicNames } from "./topics-schema.ts";

/** Why a refusal stands against an address, the gravest first. */
export const suppressedBy = (s: Partial<SuppressionRecord> | undefined): Exclusion | undefined =>
  s?.complainedAt ? "complained" : s?.unsubscribedAt ? "unsubscribed" : s?.bouncedAt ? "bounced" : undefined;

/** What a person of several addresses said, and what stands against them: the stricter word counts, while a bounce is that address's own. */
export function joinedRefusal(
  { person, merged = [] }: Pick<ContactRecord, "person" | "merged">,
  of: (person: string) => SuppressionRecord | undefined,
): SuppressionRecord | undefined {
  const own = of(person);
  const others = merged.map((one) => of(one.person)).filter((one) => one !== undefined);
  return others.length ? { ...together([own, ...others]), person, bouncedAt: own?.bouncedAt } : own;
}

/** Whether a consent suffices for a kind of mail; after a merge the stricter of both counts, until the person consents anew. */
export const consentsTo = ({ consents, limit }: Pick<ContactRecord, "consents" | "limit">, kind: CampaignKind): boolean =>
  consents.some(
    ({ basis, at }) => allBases[basis].kinds.includes(kind) && (!limit || limit.kinds.includes(kind) || at > limit.at),
  );

/** How we came to know a contact. */
export const sourcesOf = ({ lists, origins = [] }: Pick<ContactRecord, "lists" | "origins">): Source[] => [
  ...(lists.length ? (["import"] as const) : []),
  ...origins.map(({ kind }) => kind),
];

export const agreedKinds = (contact: Pick<ContactRecord, "consents" | "limit">): CampaignKind[] =>
  campaignKinds.filter((kind) => consentsTo(contact, kind));

/** What one person said under several keys of their address: the stricter word counts. */
export function together(all: readonly (SuppressionRecord | undefined)[]): Partial<SuppressionRecord> | undefined {
  const said = all.filter((one) => one !== undefined);
  if (said.length < 2) return said[0];
  const first = <K extends keyof SuppressionRecord>(name: K) => said.find((one) => one[name] !== undefined)?.[name];
  const topics = topicNames.flatMap((topic) => {
    const words = said.map((one) => one.topics?.[topic]).filter((word) => word !== undefined);
    return words.length ? [[topic, words.every(Boolean)] as const] : [];
  });
  return {
    unsubscribedAt: first("unsubscribedAt"),
    bouncedAt: first("bouncedAt"),
    complainedAt: first("complainedAt"),
    pausedUntil: said.map((one) => one.pausedUntil ?? "").sort((a, b) => (a < b ? 1 : -1))[0] || undefined,
    locale: first("locale"),
    chains: first("chains"),
    topics: Object.fromEntries(topics),
  };
}
