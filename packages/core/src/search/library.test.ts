import { describe, expect, it } from "vitest";
import { makeDocument, makeQueries, seeded } from "../../../../tests/bench/search-documents.ts";
import { BrokenIndex } from "./binary.ts";
import { build } from "./build.ts";
import { type Entry, prepare } from "./entry.ts";
import { allEntries, emptyLibrary, type Library, loaded, serialised, updated } from "./library.ts";
import { rank } from "./rank.ts";
import type { SearchQuery } from "./schema.ts";
import { search } from "./search.ts";
import { suggest } from "./suggest.ts";

const queries = [...makeQueries(48, 3), "的技术", "titaniun forgng", "qingnen", "1", "钛 电 光"];
const variants: readonly Partial<SearchQuery>[] = [
  {},
  { sort: "newest", page: 2, size: 7 },
  { kind: "cases", facets: { chain: ["titanium", "hydrogen"], region: ["xian"] } },
  { locale: "en", facets: { trl: ["3", "6"] }, size: 50 },
];

/** Everything that a library answers to all queries in all variants. */
const answers = (library: Library) => ({
  found: queries.flatMap((q) =>
    variants.map((variant) =>
      search(library, { q, locale: "zh-CN", facets: {}, sort: "relevance", page: 1, size: 20, ...variant }),
    ),
  ),
  ranked: queries.map((q) => rank(library, { text: q }, 15)),
  suggested: ["钛", "钛合", "taihe", "xian", "氢", "las", "gongcheng"].map((prefix) => suggest(library, prefix, "zh-CN")),
});

const entries = async (from: number, count: number, seed = 1): Promise<Entry[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => prepare(makeDocument(from + n, seed))));

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [mixed[i], mixed[k]] = [mixed[k] as T, mixed[i] as T];
  }
  return mixed;
}

describe("a library", () => {
  it("does not depend on the order in which documents come", async () => {
    const some = await entries(0, 60);
    const bytes = build(some);
    expect(build(shuffled(some, seeded(5)))).toEqual(bytes);
    expect(build([...some, ...some])).toEqual(bytes);
  });

  it("takes the later of two documents with one id", async () => {
    const [first, second] = [await prepare(makeDocument(1, 1)), await prepare(makeDocument(1, 2))];
    expect([...allEntries(updated(emptyLibrary, [first, second], []))]).toEqual([second]);
  });

  for (const seed of [11, 12, 13])
    it(`answers after any sequence of changes as if all had been there at once (seed ${seed})`, async () => {
      const random = seeded(seed);
      const start = await entries(0, 80);
      let library = loaded(build(start));
      const expected = new Map(start.map((entry) => [entry.document.id, entry]));
      let most = 0;
      for (let step = 1; step <= 24; step++) {
        const changed = await Promise.all(
          Array.from({ length: Math.floor(random() * 5) }, () =>
            // Some take the place of others, some are new.
            prepare(makeDocument(Math.floor(random() * 140), 1 + Math.floor(random() * 3))),
          ),
        );
        const ids = [...expected.keys()];
        const gone = Array.from({ length: Math.floor(random() * 3) }, () => ids[Math.floor(random() * ids.length)] ?? "").concat(
          random() < 0.2 ? ["never:there"] : [],
        );
        library = updated(library, changed, gone);
        for (const id of gone) expected.delete(id);
        for (const entry of changed) expected.set(entry.document.id, entry);
        most = Math.max(most, library.parts.length);
        if (step % 8) continue;
        const atOnce = loaded(build(expected.values()));
        expect(library.size).toBe(expected.size);
        expect(answers(library)).toEqual(answers(atOnce));
        expect(serialised(library)).toEqual(atOnce.parts[0]?.segment.bytes);
      }
      expect(most).toBeGreaterThan(2);
    });

  it("stays as it was when another is made of it", async () => {
    const library = loaded(build(await entries(0, 40)));
    const before = answers(library);
    const [entry] = await entries(90, 1);
    updated(library, [entry as Entry], [[...allEntries(library)][0]?.document.id ?? ""]);
    expect(answers(library)).toEqual(before);
  });

  it("keeps few segments, however many changes come", async () => {
    let library = emptyLibrary;
    for (const entry of await entries(0, 120)) library = updated(library, [entry], []);
    expect(library.size).toBe(120);
    expect(library.parts.length).toBeLessThan(10);
  });

  it("can be emptied, and be empty when it is saved", async () => {
    const some = await entries(0, 5);
    const empty = updated(
      loaded(build(some)),
      [],
      some.map(({ document }) => document.id),
    );
    expect(empty.size).toBe(0);
    expect(loaded(serialised(empty)).size).toBe(0);
    expect(search(loaded(serialised(empty)), { q: "钛", locale: "en", facets: {}, sort: "newest", page: 1, size: 1 }).total).toBe(
      0,
    );
  });

  it("loads bytes that lie anywhere, and gives the same entries back", async () => {
    const some = await entries(0, 12);
    const bytes = build(some);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const library = loaded(shifted.subarray(3));
    expect(new Map([...allEntries(library)].map((entry) => [entry.document.id, entry]))).toEqual(
      new Map(some.map((entry) => [entry.document.id, entry])),
    );
  });

  it("refuses bytes that are cut off, altered, or something else", async () => {
    const bytes = build(await entries(0, 5));
    const altered = bytes.slice();
    altered[altered.length - 9] = (altered[altered.length - 9] as number) ^ 1;
    for (const broken of [
      new Uint8Array(0),
      bytes.slice(0, 10),
      bytes.slice(0, -8),
      altered,
      new TextEncoder().encode("<?xml version='1.0'?>"),
    ])
      expect(() => loaded(broken)).toThrow(BrokenIndex);
  });
});
