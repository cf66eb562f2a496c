import fc, { type Arbitrary } from "fast-check";
import { odd, valid } from "./arbitrary.ts";
import type { Operation } from "./contract.ts";

/** Where an id in the address comes from: the record made for it, an earlier answer, a record of another kind, or nowhere. */
export type Id =
  | { readonly from: "own" }
  | { readonly from: "earlier" | "foreign"; readonly nth: number }
  | { readonly from: "odd"; readonly text: string };

/** What is sent: good input with other good values, what the schema allows, one place spoiled, or bytes. */
export type Body =
  | { readonly kind: "good"; readonly with: object; readonly current: boolean }
  | { readonly kind: "schema"; readonly value: unknown }
  | { readonly kind: "spoiled"; readonly steps: readonly number[]; readonly other: { readonly value: unknown } | undefined }
  | { readonly kind: "raw"; readonly raw: string; readonly type: string | undefined }
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "none" };

export type Value =
  | { readonly value: unknown }
  | { readonly cursor: number; readonly change: "none" | "cut" | "flip" | "foreign" };

/** One request, as drawn: it becomes a real one when it is sent, with what is known by then. */
export interface Request {
  readonly operation: Operation;
  readonly method: string;
  /** `may`: one of those who may; else a place among all actors. */
  readonly who: "may" | number;
  readonly ids: readonly Id[];
  readonly body: Body;
  readonly query: readonly (readonly [string, Value])[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that an operation should accept: its good input, by somebody who may. */
export const plainTo = (operation: Operation): Request => ({
  operation,
  method: operation.method,
  who: "may",
  ids: (operation.path.match(/\{/g) ?? []).map(() => ({ from: "own" })),
  body: operation.method === "GET" || operation.sends === "query" ? { kind: "none" } : { kind: "good", with: {}, current: true },
  query: [],
  headers: {},
});

const hostileIds = [
  "%00",
  "%ff",
  "%E0%A4%A",
  "..%2f..",
  "%ED%A0%80",
  "a.b.c",
  "%20",
  "x%23y",
  "__proto__",
  "constructor",
  "a".repeat(3000),
];
const id: Arbitrary<Id> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Id>({ from: "own" }) },
  { weight: 4, arbitrary: fc.record({ from: fc.constant("earlier" as const), nth: fc.nat(12) }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constant("foreign" as const), nth: fc.nat(12) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      from: fc.constant("odd" as const),
      text: fc.oneof(
        fc.constantFrom(...hostileIds),
        fc
          .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
          .map((one) => encodeURIComponent(one.toWellFormed()))
          // Of these an address has none: they lead to the one above.
          .filter((one) => !/^\.{1,2}$/.test(one)),
      ),
    }),
  },
);

const place = fc.array(fc.nat(40), { minLength: 1, maxLength: 3 });
const other = fc.option(
  odd.map((value) => ({ value })),
  { freq: 5, nil: undefined },
);
const contentTypes = [
  "application/json",
  "application/json; charset=gbk",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "application/xml",
  "zq/\u00e9",
];
const raws = [
  "",
  "{",
  "null",
  "[]",
  '"text"',
  "5",
  "1e999",
  "%",
  "--x\r\n",
  "--x--",
  "\u0000",
  "\ufeff{}",
  '{"a":1,"a":2}',
  "[".repeat(20_000),
];
const raw = fc.oneof(
  fc.constantFrom(...raws),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json(),
  fc.constant('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
);

function body({ method, sends, body: schema, fields }: Operation): Arbitrary<Body> {
  if (method === "GET" || sends === "query") return fc.constant({ kind: "none" });
  const fine = Object.fromEntries(fields.map((name) => [name, valid(schema.properties?.[name] ?? {}, name)]));
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("good" as const),
        // Rarely more than two, so that what else depends on them still fits.
        with: fc.oneof(fc.constant({}), ...Object.entries(fine).map(([name, value]) => fc.record({ [name]: value }))),
        current: fc.nat(9).map((n) => n > 0),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("schema" as const), value: valid(schema) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("spoiled" as const), steps: place, other }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("raw" as const),
        raw,
        type: fc.option(fc.constantFrom(...contentTypes), { nil: undefined }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: fc.nat(400) }) },
  );
}

const cursor: Arbitrary<Value> = fc.record({
  cursor: fc.nat(12),
  change: fc.constantFrom("none" as const, "none" as const, "cut" as const, "flip" as const, "foreign" as const),
});
const any: Arbitrary<Value> = odd.map((value) => ({ value }));

function query(operation: Operation): Arbitrary<[string, Value][]> {
  const known = Object.entries(operation.query).map(([name, schema]) => {
    const fine = valid(schema, name).map((value) => ({ value }));
    const value = name === "cursor" ? fc.oneof(cursor, cursor, any) : fc.oneof(fine, fine, fine, any);
    return fc.tuple(fc.constant(name), value);
  });
  const unknown = fc.tuple(fc.constantFrom("zq", "__proto__", "limit[]", "cursor", "limit", "fields", ""), any);
  const one = known.length
    ? fc.oneof(...known.map((arbitrary) => ({ weight: 3, arbitrary })), { weight: 1, arbitrary: unknown })
    : unknown;
  const needed = known.filter((_, i) => operation.required.includes(Object.keys(operation.query)[i] ?? ""));
  const few = { weight: known.length ? 3 : 1, arbitrary: fc.array(one, { maxLength: 4 }) };
  const some = fc.oneof({ weight: 3, arbitrary: fc.constant<[string, Value][]>([]) }, few);
  if (!needed.length) return some;
  return fc.oneof({ weight: 1, arbitrary: some }, { weight: 3, arbitrary: fc.tuple(...needed) });
}

const oddHeaders: Readonly<Record<string, string>>[] = [
  { "accept-language": "en" },
  { "accept-language": "zq<script>,".repeat(300) },
  { "accept-language": "\u00e9,;q=,*" },
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "" },
  { host: "a b<c>" },
  { "x-forwarded-for": "'; drop" },
  { "if-none-match": "*" },
  { "content-length": "999999999" },
  { "content-encoding": "gzip" },
  { "transfer-encoding": "chunked" },
  { accept: "application/xml;q=x" },
  { range: "bytes=-1" },
];
const headers = fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: fc.constantFrom(...oddHeaders) });
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get"];

/** All requests to one operation: valid, nearly valid, and none at all. */
export function requestTo(operation: Operation): Arbitrary<Request> {
  const ids = (operation.path.match(/\{\w+\}/g) ?? []).map(() => id);
  return fc.record({
    operation: fc.constant(operation),
    method: fc.oneof(
      { weight: 24, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: fc.constantFrom(...methods) },
    ),
    who: fc.oneof({ weight: 4, arbitrary: fc.constant("may" as const) }, { weight: 1, arbitrary: fc.nat(20) }),
    ids: fc.tuple(...ids),
    body: body(operation),
    query: query(operation),
    headers,
  });
}
