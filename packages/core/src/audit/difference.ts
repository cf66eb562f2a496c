import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Change } from "../platform/event.ts";
import { type Item, indexes } from "../platform/table.ts";
import { sealedFor } from "../platform/vault/sealed-table.ts";
import type { FieldChange, TrailValue } from "./schema.ts";

/** What an entry says elsewhere, and what follows from the other fields. */
const said = new Set([
  "pk",
  "sk",
  "type",
  "version",
  "updatedAt",
  "updatedBy",
  "requestId",
  sealedFor,
  ...Object.values(indexes).flatMap((prefix) => [`${prefix}Pk`, `${prefix}Sk`]),
]);
/** Longer values, in characters of JSON, are kept as their digest: texts have versions of their own. */
const longest = 4000;

/** The fields that a change touched, with what stood there before and after. Personal values stay sealed as they are in the table. */
export function difference({ before, after }: Change): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !said.has(name));
  return names
    .sort((a, b) => (a < b ? -1 : 1))
    .filter((name) => !isDeepStrictEqual(before?.[name], after?.[name]))
    .map((name) => ({ name, before: valueIn(before, name), after: valueIn(after, name) }));
}

function valueIn(item: Item | undefined, name: string): TrailValue | undefined {
  const value = item?.[name];
  if (value === undefined) return undefined;
  if (value instanceof Uint8Array) return { sealed: Buffer.from(value).toString("base64"), for: String(item?.[sealedFor] ?? "") };
  // Bytes within a list are personal rows: what they say is never needed here, only that they changed.
  const json = JSON.stringify(value, (_, inner) => (inner instanceof Uint8Array ? Buffer.from(inner).toString("base64") : inner));
  return json.length > longest
    ? { digest: createHash("sha256").update(json).digest("hex"), length: json.length }
    : { is: JSON.parse(json) };
}
