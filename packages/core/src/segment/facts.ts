import { listOrganisations } from "../organisation/index.ts";
import type { OrganisationKind } from "../organisation/schema.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import type { Region } from "../taxonomy/schema.ts";
import { type FactsRecord, PersonFacts } from "./entity.ts";
import { kindByName, plainName } from "./kind-of.ts";
import type { Doing } from "./policy.ts";

/** What these people did, by person: any number, a hundred in a round trip. */
export async function factsOf(ctx: Ctx, people: readonly string[]): Promise<ReadonlyMap<string, FactsRecord>> {
  const groups = Array.from({ length: Math.ceil(people.length / 100) }, (_, n) => people.slice(n * 100, (n + 1) * 100));
  const items = await Promise.all(groups.map((some) => ctx.table.getMany(some.map((person) => PersonFacts.key({ person })))));
  return new Map(
    items
      .flat()
      .map((item) => PersonFacts.read(item))
      .map((facts) => [facts.person, facts]),
  );
}

/** What one person did under several addresses, as one. */
export function joinedFacts(all: readonly (FactsRecord | undefined)[]): Pick<FactsRecord, "activities" | "matchedAt"> {
  const [first, ...others] = all.filter((facts) => facts !== undefined);
  if (!others.length) return first ?? { activities: {} };
  const activities: Record<string, Doing> = {};
  let matchedAt: string | undefined;
  for (const facts of [first, ...others]) {
    for (const [id, doing] of Object.entries(facts?.activities ?? {})) activities[id] = { ...doing, ...activities[id] };
    if ((facts?.matchedAt ?? "") > (matchedAt ?? "")) matchedAt = facts?.matchedAt;
  }
  return { activities, matchedAt };
}

export interface OrganisationFacts {
  readonly kind?: OrganisationKind | undefined;
  readonly region?: Region | undefined;
}

/** What is known of organisations, by credit code, else by name; the kind also by what the name says. Reads all that were confirmed, once. */
export async function organisationFacts(
  ctx: Ctx,
): Promise<(of: { creditCode?: string | undefined; organisation?: string | undefined }) => OrganisationFacts> {
  const found = new Map<string, OrganisationFacts>();
  let cursor: string | undefined;
  do {
    const page = await listOrganisations(asSystem(ctx, "segment"), { limit: 100, cursor });
    for (const { code, name, kind, region } of page.items)
      for (const key of [code, plainName(name)]) found.set(key, { kind, region });
    cursor = page.cursor;
  } while (cursor);
  return ({ creditCode = "", organisation = "" }) => {
    const known = found.get(creditCode) ?? found.get(plainName(organisation));
    return { kind: known?.kind ?? kindByName(organisation), region: known?.region };
  };
}
