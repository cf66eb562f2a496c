import { Locale } from "@lingxi/core/platform/schema";
import { facetNames, kinds } from "@lingxi/core/publication/schema";
import * as z from "zod";
import type { Operation } from "../api/describe.ts";

const Value = z.string().optional();
/** As an address says it. Nothing in it is refused: what cannot be is brought into range. */
const Asked = z.object({
  q: Value,
  sort: z.enum(["relevance", "newest"]).optional(),
  page: z.int().min(1).optional(),
  ...Object.fromEntries(facetNames.map((name) => [name, Value])),
});
const finding = { input: Asked.extend({ of: z.enum(kinds).optional() }), access: "public" } as const;
const narrowing = { input: Asked.extend({ kind: z.enum(kinds) }), access: "public" } as const;
const typing = { input: z.object({ q: Value, locale: Locale.optional() }), access: "public" } as const;
const embedding = {
  input: z.object({ chain: Value, limit: z.int().min(1).max(10).optional(), theme: z.enum(["light", "dark"]).optional() }),
  access: "public",
} as const;
const parts = { input: z.object({ part: z.string() }), access: "public" } as const;

const pages = ["", "/en"].flatMap((language): Operation[] => [
  {
    path: `${language}/find`,
    method: "GET",
    about: { summary: "What was searched for, as a page", verb: finding, answers: "text/html" },
  },
  {
    path: `${language}/find/embed`,
    method: "GET",
    about: { summary: "The next activities, to stand in a frame of another site", verb: embedding, answers: "text/html" },
  },
  {
    path: `${language}/find/:kind`,
    method: "GET",
    about: { summary: "A list that was narrowed, as a page", verb: narrowing, answers: "text/html" },
  },
]);

/** What the find function answers, as the API description says it. */
export const finds: readonly Operation[] = [
  {
    path: "/api/find",
    method: "GET",
    about: { summary: "Search what is public, of one kind (`of`) or of all, narrowed by facets", verb: finding },
  },
  {
    path: "/api/find/suggest",
    method: "GET",
    about: { summary: "What to search for, given the first letters", verb: typing },
  },
  ...pages,
  { path: "/sitemap.xml", method: "GET", about: { summary: "The sitemap's index", answers: "application/xml" } },
  {
    path: "/sitemaps/:part",
    method: "GET",
    about: { summary: "A part of the sitemap", verb: parts, answers: "application/xml" },
  },
];
