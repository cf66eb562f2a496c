import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Rendered } from "../platform/render.ts";
import { Locale } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import type { LiveIndex } from "../search/index.ts";
import type { SearchResult } from "../search/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { Entries } from "./entity.ts";
import { named } from "./lists.ts";
import { listedAtOnce } from "./make.ts";
import {
  type Facet,
  type FacetName,
  type Found,
  type FoundEntry,
  facetNames,
  facetsOf,
  findQuery,
  inLocale,
  type Kind,
  kindNames,
  kinds,
  type PageInput,
  paths,
  type ThingKind,
} from "./schema.ts";
import { inOrder, shelf } from "./shelf.ts";

const Typed = z.string().catch("");
/** Values that nothing can have are no error of the reader's: a link may be older than a list. */
const Chosen = z.array(z.string().max(60)).max(20).catch([]);

/** What somebody asks for, as an address says it. Nothing in it is refused: what cannot be is brought into range. */
export const Finding = z.object({
  of: z.enum(kinds).optional().catch(undefined),
  q: Typed,
  sort: z.enum(["relevance", "newest"]).catch("relevance"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  chosen: z.partialRecord(z.enum(facetNames), Chosen).catch({}),
});

/** Searches everything that is public, or one kind of it. */
export async function find(
  ctx: Ctx,
  index: LiveIndex,
  { of, q, sort, page, chosen }: z.output<typeof Finding>,
  locale: Locale,
): Promise<Found> {
  const asked = q.trim();
  const names = of ? facetsOf[of] : facetNames;
  const facets = Object.fromEntries(names.flatMap((name) => (chosen[name]?.length ? [[name, chosen[name]]] : [])));
  const result = await index.search(ctx, {
    q: asked,
    locale,
    ...(of ? { kind: of } : {}),
    facets,
    sort,
    page,
    size: listedAtOnce,
  });
  const counts = Object.fromEntries(kinds.map((kind) => [kind, result.kinds.find((one) => one.kind === kind)?.count ?? 0]));
  return {
    of,
    q: asked,
    chosen: facets as Found["chosen"],
    sort: asked ? sort : "newest",
    page: result.page,
    pages: result.pages,
    total: result.total,
    entries: result.hits.map(({ kind, payload, title, excerpt }) => {
      const entry = {
        kind: kind as ThingKind,
        thing: JSON.parse(payload),
        ...(title ? { title } : {}),
        ...(excerpt ? { excerpt } : {}),
      };
      return entry as FoundEntry;
    }),
    facets: of ? facetsFound(names, result) : [],
    ...(asked ? { counts: counts as Record<Kind, number> } : {}),
    ...(result.corrected ? { corrected: result.corrected } : {}),
  };
}

const facetsFound = (names: readonly FacetName[], { facets }: SearchResult): Facet[] =>
  names.flatMap((name) => {
    const values = facets.find((facet) => facet.name === name)?.values ?? [];
    const shown = values.map(({ value, count, selected }) => ({ value, count, chosen: selected }));
    return shown.length ? [{ name, values: inOrder(name, shown) }] : [];
  });

/** The page of what was found, by the same templates as every other page. */
export const findPage = (index: LiveIndex) =>
  command({
    input: Finding.extend({ locale: Locale }),
    access: "public",
    async run(ctx, { locale, ...asked }): Promise<Rendered> {
      const found = await find(ctx, index, asked, locale);
      const path = (found.of ? paths.findIn(found.of) : paths.find) + findQuery(found);
      const input: PageInput = {
        ...{ locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById },
        footer: await shelf(ctx).foot(),
        data: { kind: "find", found },
      };
      return ctx.render(input);
    },
  });

/** A line under a search field: a word to search for, or with a path, without language, the page of a thing or a chain. */
export interface Suggested {
  readonly text: string;
  readonly kind?: string;
  readonly path?: string;
}

/** What somebody may be looking for who has typed so much. */
export async function suggestThings(ctx: Ctx, index: LiveIndex, typed: string, locale: Locale): Promise<Suggested[]> {
  const suggestions = await index.suggest(ctx, typed, locale);
  return Promise.all(
    suggestions.map(async ({ text, kind, id }): Promise<Suggested> => {
      if (kind === "chain" && id) return { text, kind: chainWord[locale], path: paths.chain(id) };
      if (kind !== "title" || !id) return { text };
      const thing = named(id);
      const entry = await Entries.find(ctx, thing);
      return { text, kind: kindNames[thing.kind][locale], ...(entry ? { path: entry.path } : {}) };
    }),
  );
}

const chainWord: Words = { "zh-CN": "产业链", en: "Chain" };
