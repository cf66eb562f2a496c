import { allChains } from "@lingxi/core/taxonomy";
import fc, { type Arbitrary } from "fast-check";
import type { JsonSchema } from "./contract.ts";

const loneSurrogate = String.fromCharCode(0xd800);
const letters = fc.constantFrom(...("abcXYZ019 -_.，。《》灵犀知识产权钛合金苹果𠮷é㊙Ａ９".match(/./gu) ?? []));
const text = (min: number, max: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: letters, minLength: min, maxLength: Math.max(min, Math.min(max, min + 20)) }) },
    { weight: 1, arbitrary: fc.constant("长".repeat(Math.min(max, 500))) },
  );
const instants = fc.date({ noInvalidDate: true, min: new Date("2026-11-24"), max: new Date("2027-11-24") });
const chainIds = allChains.map(({ id }) => id);

/** Values that the schema allows. Ids of chains and days ahead are those that exist: a schema cannot say that. */
export function valid(schema: JsonSchema, name = ""): Arbitrary<unknown> {
  if (name === "chain") return fc.constantFrom(...chainIds);
  if (name === "chains") return fc.subarray(chainIds.slice(0, 6), { minLength: 1 });
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valid(one)));
  switch (schema.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, (schema.minimum ?? 0) + 1_000_000) });
    case "array":
      return fc.array(valid(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 4),
      });
    case "object":
      return object(schema);
    case "string":
      return string(schema);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

const patterns = new Map<string, Arbitrary<string>>();
/** Texts that match. Making such a source takes milliseconds, and the same patterns stand at many operations. */
function matching(pattern: string): Arbitrary<string> {
  const made = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  patterns.set(pattern, made);
  return made;
}

function string({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): Arbitrary<string> {
  if (format === "email") return matching("^[a-z0-9]{1,12}$").map((user) => `${user}@example.com`);
  if (format === "date-time") return instants.map((day) => day.toISOString());
  if (format === "date") return instants.map((day) => day.toISOString().slice(0, 10));
  if (pattern) return matching(pattern).filter((one) => one.length <= maxLength);
  return text(minLength, maxLength);
}

function object({ properties = {}, required = [], additionalProperties }: JsonSchema): Arbitrary<object> {
  const parts = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, valid(of, name)]));
  if (Object.keys(parts).length || typeof additionalProperties !== "object")
    return fc.record(parts, { requiredKeys: [...required] });
  return fc.dictionary(fc.string({ maxLength: 5 }), valid(additionalProperties), { maxKeys: 3 });
}

const deep = (levels: number) => Array.from({ length: levels }).reduce((inner: unknown) => [inner], 0);

/** What no field wants, or only some do. */
export const odd: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, -(2 ** 63), 1e21, 5e-324),
  fc.constantFrom<unknown>([], {}, [[]], [null], [{}], { "zh-CN": null }, { "zh-CN": "" }, { length: 1e9 }, [["__proto__", 1]]),
  fc.constantFrom(
    "",
    " ",
    "\u3000",
    "\u0000",
    "a\u0000b",
    loneSurrogate,
    `王${loneSurrogate}`,
    "\udfff\ud800",
    "\u202eabc",
    "\ufeff",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "null",
    "undefined",
    "true",
    "NaN",
    "-0",
    "1e999",
    "0x10",
    "９９",
    "١٢",
  ),
  fc.constantFrom(
    "𠮷野家",
    "e\u0301",
    "👩‍👩‍👧‍👦",
    "㊙",
    "﷽",
    "ﬀ",
    "İ",
    "ß",
    "\u2028",
    "a\r\nb: c",
    "＜script＞",
    "<script>",
    "{{name}}",
    "{0}",
  ),
  fc.constantFrom(
    "2026-02-30T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "+275760-09-13T00:00:01Z",
    "2026-11-31",
    "9999-12-31",
    "2026年13月1日",
    "0000-00-00",
  ),
  fc.constantFrom(
    "/etc/passwd",
    "..%2f",
    "javascript:alert(1)",
    "https://example.com/\u0000",
    "//evil.example",
    "data:text/html,x",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.nat(4).map((n) => "长𠮷".repeat([10, 100, 1000, 10_000, 60_000][n] ?? 1)),
  fc.nat(2).map((n) => deep([10, 200, 3000][n] ?? 1)),
  fc.double(),
  fc.jsonValue(),
  fc.nat(2).map((n) => Array.from({ length: [13, 101, 2000][n] ?? 1 }, (_, i) => `x${i}`)),
);

/** One place of a value, by the numbers drawn, is left out or holds something else; lists and objects inside count as places too. */
export function spoiled(value: unknown, steps: readonly number[], other: { readonly value: unknown } | undefined): unknown {
  const [step = 0, ...rest] = steps;
  if (typeof value !== "object" || value === null || value instanceof Blob) return other ? other.value : undefined;
  const keys = Object.keys(value);
  if (!keys.length) return other ? other.value : value;
  const key = keys[step % keys.length] ?? "";
  const inside = (value as Record<string, unknown>)[key];
  const next = typeof inside === "object" && inside !== null && rest.length ? spoiled(inside, rest, other) : other?.value;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? next : one));
  return { ...value, [key]: next };
}
