import type { Source } from "../segment/schema.ts";
import type { ContactRecord, SuppressionRecord } from "./entity.ts";
import { allBases, campaignKinds } from "./kinds-schema.ts";
import type { CampaignKind, Exclusion } from "./schema.ts";

/** Why a refusal stands against an address, the gravest first. */
export const suppressedBy = (s: Partial<SuppressionRecord> | undefined): Exclusion | undefined =>
  s?.complainedAt ? "complained" : s?.unsubscribedAt ? "unsubscribed" : s?.bouncedAt ? "bounced" : undefined;

/** What stands against a person of several addresses: who refused at one refused at all, while a bounce is that address's own. */
export function refusalOf(
  { person, merged = [] }: Pick<ContactRecord, "person" | "merged">,
  of: (person: string) => SuppressionRecord | undefined,
): SuppressionRecord | undefined {
  const own = of(person);
  const others = merged.map((one) => of(one.person)).filter((one) => one !== undefined);
  if (!others.length) return own;
  const first = (name: "complainedAt" | "unsubscribedAt") => [own, ...others].map((one) => one?.[name]).find(Boolean);
  return { ...own, person, complainedAt: first("complainedAt"), unsubscribedAt: first("unsubscribedAt") };
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
