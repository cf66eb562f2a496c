import * as z from "zod";
import { PublicActivity } from "../activity/answer-schema.ts";
import { CaseSummary } from "../cases/answer-schema.ts";
import { PublicDemand } from "../demand/answer-schema.ts";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { PublicProject } from "../project/answer-schema.ts";
import { PublicTalent } from "../talent/answer-schema.ts";
import { facetNames, kinds, thingKinds } from "./schema.ts";

const Kind = z.enum(kinds);
const FacetName = z.enum(facetNames);

export const OfficialText = z
  .object({ version: z.int(), official: z.object({ title: Text, href: z.string() }).optional() })
  .meta({ id: "OfficialText", description: "The official text of the programme: a link, or a PDF on this site." });

export const StoredDocument = z.object({ href: z.string().describe("Path on the site.") });

export const PageFailures = z
  .object({
    failures: listOf(
      z.object({
        key: z.string().describe("`thing:cases:cas_…`, `home`, `list:projects`, …"),
        tries: z.int(),
        at: Time.describe("Of the last try."),
        thing: z.object({ kind: z.enum(thingKinds), id: z.string(), title: Text }).optional(),
      }),
    ),
  })
  .meta({ id: "PageFailures", description: "Pages that could not be made; what stood there before still does." });

const segments = listOf(z.object({ text: z.string(), hit: z.literal(true).optional() }))
  .optional()
  .describe("Pieces of a text, `hit` where they answer what was searched for.");
const entry = <K extends string, T extends z.ZodType>(kind: K, thing: T) =>
  z.object({ kind: z.literal(kind), thing, title: segments, excerpt: segments });

export const Found = z
  .object({
    of: Kind.optional().describe("Absent: of all kinds."),
    q: z.string(),
    chosen: z.partialRecord(FacetName, listOf(z.string())),
    sort: z.enum(["relevance", "newest"]),
    page: z.int().describe("From 1 to `pages`."),
    pages: z.int(),
    total: z.int(),
    entries: listOf(
      z.discriminatedUnion("kind", [
        entry("activities", PublicActivity),
        entry("projects", PublicProject),
        entry("demands", PublicDemand),
        entry("cases", CaseSummary),
        entry("talents", PublicTalent),
      ]),
    ),
    facets: listOf(
      z.object({ name: FacetName, values: listOf(z.object({ value: z.string(), count: z.int(), chosen: z.boolean() })) }),
    ),
    counts: z
      .record(Kind, z.int())
      .optional()
      .describe("How many of each kind the words alone would find; only when words were searched for."),
    corrected: z.string().optional().describe("What was searched for instead, since nothing matched as it was written."),
  })
  .meta({ id: "Found", description: "What was found, narrowed by facets." });

export const Suggestions = z.object({
  suggestions: listOf(
    z
      .object({
        text: z.string(),
        kind: z.string().optional(),
        path: z.string().optional().describe("Without language, of a thing or a chain."),
      })
      .describe("A line under a search field."),
  ),
});
