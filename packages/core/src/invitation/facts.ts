import { listOrganisations } from "../organisation/index.ts";
import type { OrganisationKind } from "../organisation/schema.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { kindByName, plainName } from "../segment/index.ts";
import type { Region } from "../taxonomy/schema.ts";
import type { Known } from "./known.ts";

/** What the organiser's choice goes by. */
export interface Facts {
  readonly chains: readonly string[];
  readonly kind: OrganisationKind | undefined;
  readonly region: Region | undefined;
  readonly came: boolean;
}

/** What is known of people by their organisations: found by credit code, else by name; the kind also by what the name says. */
export async function factsAbout(ctx: Ctx): Promise<(one: Known) => Omit<Facts, "came">> {
  const found = new Map<string, { kind: OrganisationKind; region: Region | undefined; chains: readonly string[] }>();
  let cursor: string | undefined;
  do {
    const page = await listOrganisations(asSystem(ctx, "invitation"), { limit: 100, cursor });
    for (const { code, name, kind, region, chains } of page.items)
      for (const key of [code, plainName(name)]) found.set(key, { kind, region, chains });
    cursor = page.cursor;
  } while (cursor);
  return ({ creditCode = "", organisation = "", chains }) => {
    const known = found.get(creditCode) ?? found.get(plainName(organisation));
    return {
      chains: [...chains, ...(known?.chains ?? [])],
      kind: known?.kind ?? kindByName(organisation),
      region: known?.region,
    };
  };
}
