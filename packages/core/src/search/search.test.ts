import { describe, expect, it } from "vitest";
import { prepare } from "./entry.ts";
import { emptyLibrary, type Library, updated } from "./library.ts";
import { rank } from "./rank.ts";
import type { SearchDocument, SearchQuery, SearchResult } from "./schema.ts";
import { search } from "./search.ts";

const thing = (id: string, zh: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  kind: "projects",
  title: { "zh-CN": zh },
  facets: {},
  order: "2026-01-01",
  payload: JSON.stringify({ id }),
  ...more,
});
const libraryOf = async (...documents: SearchDocument[]): Promise<Library> =>
  updated(emptyLibrary, await Promise.all(documents.map(prepare)), []);
const ask = (library: Library, q: string, more: Partial<SearchQuery> = {}): SearchResult =>
  search(library, { q, locale: "zh-CN", facets: {}, sort: "relevance", page: 1, size: 20, ...more });
const ids = (result: SearchResult) => result.hits.map(({ id }) => id);
const marked = (pieces: SearchResult["hits"][number]["title"]) =>
  pieces?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

describe("words", () => {
  it("finds a word within a longer one, and not its characters apart", async () => {
    const library = await libraryOf(thing("a", "航空钛合金锻造"), thing("b", "合成材料与钛的金相"), thing("c", "铝合金"));
    expect(ids(ask(library, "钛合金"))).toEqual(["a"]);
  });

  it("finds words that stand apart in the document", async () => {
    const library = await libraryOf(thing("a", "钛合金的精密焊接"), thing("b", "钛合金的锻造"));
    expect(ids(ask(library, "钛合金焊接"))).toEqual(["a"]);
  });

  it("puts the title before the summary, and the summary before the body", async () => {
    const text = { "zh-CN": "光纤激光器" };
    const other = { "zh-CN": "一种材料" };
    const library = await libraryOf(
      thing("body", "甲", { body: text, summary: other }),
      thing("summary", "乙", { summary: text, body: other }),
      thing("title", "光纤激光器", { summary: other, body: other }),
    );
    expect(ids(ask(library, "光纤激光器"))).toEqual(["title", "summary", "body"]);
  });

  it("finds what is written in full width, in traditional characters, or in the other case", async () => {
    const library = await libraryOf(thing("a", "ＴＣ４氫燃料電池"), thing("b", "其他"));
    for (const q of ["tc4", "TC4", "ＴＣ４", "氢燃料电池", "氫燃料電池", "氫燃料电池"])
      expect(ids(ask(library, q))).toEqual(["a"]);
  });

  it("finds English plurals by the singular and the other way, and an unfinished last word", async () => {
    const library = await libraryOf(
      thing("a", "甲", { title: { "zh-CN": "甲", en: "Titanium alloys for batteries" } }),
      thing("b", "乙"),
    );
    for (const q of ["alloy", "alloys", "battery", "titan", "titanium bat"]) expect(ids(ask(library, q))).toEqual(["a"]);
  });

  it("finds pinyin in full, spaced, by initials, and unfinished", async () => {
    const library = await libraryOf(
      thing("a", "高强钛合金紧固件"),
      thing("b", "氢能", { names: ["重庆长安汽车"] }),
      thing("c", "苹果"),
    );
    for (const q of ["taihejin", "tai he jin", "thj", "taihej", "jingujian", "gqthj"])
      expect(ids(ask(library, q))).toEqual(["a"]);
    for (const q of ["chongqing", "changanqiche", "qingneng"]) expect(ids(ask(library, q))).toEqual(["b"]);
    expect(marked(ask(library, "taihejin").hits[0]?.title)).toBe("高强[钛合金]紧固件");
    expect(marked(ask(library, "thj").hits[0]?.title)).toBe("高强[钛合金]紧固件");
  });

  it("finds sounds that are longer than those it keeps", async () => {
    const library = await libraryOf(thing("a", "高强钛合金紧固件精密锻造"), thing("b", "苹果"));
    expect(ids(ask(library, "gaoqiangtaihejinjingujian"))).toEqual(["a"]);
  });

  it("finds a chain by its other names, in both languages, after what has the word itself", async () => {
    const library = await libraryOf(
      thing("said", "光电子器件封装"),
      thing("meant", "光子集成"),
      thing("chain", "一种器件", { facets: { chain: ["photonics"] } }),
      thing("other", "氢能叉车"),
      thing("apple", "苹果"),
    );
    expect(ids(ask(library, "光电子"))[0]).toBe("said");
    expect(new Set(ids(ask(library, "光电子")))).toEqual(new Set(["said", "meant", "chain"]));
    expect(ids(ask(library, "hydrogen"))).toEqual(["other"]);
    expect(ids(ask(library, "Hydrogen Energy"))).toEqual(["other"]);
  });

  it("does not let a synonym stand for another word of the query", async () => {
    const library = await libraryOf(thing("both", "光子芯片"), thing("one", "光电子与光子"), thing("two", "芯片"));
    expect(ids(ask(library, "光电子 芯片"))).toEqual(["both"]);
  });

  it("marks no word that says nothing, though a name for the same has it; unless nothing else was asked", async () => {
    const title = (en: string) => ({ title: { "zh-CN": "钛合金", en } });
    const library = await libraryOf(
      thing("a", "甲", title("Titanium and titanium alloys, cast and forged")),
      thing("b", "乙", title("Rock and roll")),
    );
    const [hit] = ask(library, "titanium", { locale: "en" }).hits;
    expect(marked(hit?.title)).toBe("[Titanium] and [titanium] [alloys], cast and forged");
    expect(marked(ask(library, "titanium and", { locale: "en" }).hits[0]?.title)).not.toContain("[and]");
    expect(marked(ask(library, "and", { locale: "en" }).hits[0]?.title)).toContain("[and]");
  });

  it("finds in a sentence what is rare in it", async () => {
    const filler = Array.from({ length: 30 }, (_, n) => thing(`f${n}`, `我们需要一种技术 ${n}`));
    const library = await libraryOf(...filler, thing("a", "线性摩擦焊"), thing("b", "苹果分选"));
    expect(ids(ask(library, "我们公司需要一种可以用于叶片修复的线性摩擦焊的技术，最好便宜"))[0]).toBe("a");
  });

  it("puts a slip of the keyboard right, and says so, only when nothing has the word", async () => {
    const library = await libraryOf(
      thing("a", "甲", { title: { "zh-CN": "甲", en: "titanium forging" } }),
      thing("b", "乙", { title: { "zh-CN": "乙", en: "titanium sheet" } }),
      thing("c", "丙", { title: { "zh-CN": "丙", en: "titanian moon" } }),
    );
    const result = ask(library, "Titaniun forging");
    expect([ids(result), result.corrected]).toEqual([["a"], "titanium forging"]);
    expect(ask(library, "titaniumm").corrected).toBe("titanium");
    expect(ask(library, "tiatnium").corrected).toBe("titanium");
    expect(ask(library, "titanian").corrected).toBeUndefined();
    expect(ids(ask(library, "titanian"))).toEqual(["c"]);
    // Too short to be sure.
    expect(ask(library, "moom")).toMatchObject({ total: 0 });
  });

  it("answers with half of a query when nothing has enough of it", async () => {
    const library = await libraryOf(thing("a", "钛合金"), thing("b", "电池"));
    expect(ids(ask(library, "钛合金 电池"))).toEqual(["a"]);
    expect(ids(ask(library, "石墨烯电池"))).toEqual(["b"]);
  });

  it("answers with titles and names that have the characters when nothing has the pairs, not with long texts that have them by chance", async () => {
    const body = { "zh-CN": "金属的合成，钛的用途" };
    const library = await libraryOf(thing("a", "钛合金"), thing("b", "电池", { body }));
    expect(ids(ask(library, "钛和金"))).toEqual(["a"]);
    expect(ids(ask(library, "金合钛"))).toEqual(["a"]);
    expect(ids(ask(library, "铝金"))).toEqual([]);
  });

  it("does not make a document count twice for its translation", async () => {
    const words = "titanium forging with a very long English text ".repeat(20);
    const library = await libraryOf(
      thing("one", "甲", { body: { "zh-CN": "等温锻造" } }),
      thing("two", "乙", { body: { "zh-CN": "等温锻造", en: words } }),
    );
    const scores = rank(library, { text: "等温锻造" }, 10).map(({ score }) => score);
    expect(scores[0]).toBe(scores[1]);
  });
});

describe("facets, kinds, pages", () => {
  const documents = [
    thing("a", "钛一", { facets: { chain: ["titanium"], trl: ["6"] }, order: "4" }),
    thing("b", "钛二", { facets: { chain: ["titanium", "photonics"], trl: ["7"] }, order: "3" }),
    thing("c", "钛三", { facets: { chain: ["photonics"], trl: ["6"] }, order: "2", kind: "cases" }),
    thing("d", "锂", { facets: { chain: ["hydrogen"] }, order: "1" }),
  ];
  const counts = (result: SearchResult, name: string) =>
    Object.fromEntries(
      result.facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
    );

  it("shows everything, the greatest order first, when nothing is asked", async () => {
    const result = ask(await libraryOf(...documents), "  \u3000");
    expect(ids(result)).toEqual(["a", "b", "c", "d"]);
    expect(result.hits[0]).toEqual({ id: "a", kind: "projects", payload: '{"id":"a"}' });
  });

  it("counts a facet as if nothing were chosen of it, and all others as chosen", async () => {
    const library = await libraryOf(...documents);
    const result = ask(library, "", { facets: { chain: ["titanium"] } });
    expect(ids(result)).toEqual(["a", "b"]);
    expect(counts(result, "chain")).toEqual({ titanium: 2, photonics: 2, hydrogen: 1 });
    expect(counts(result, "trl")).toEqual({ 6: 1, 7: 1 });
  });

  it("takes any of the values of a facet, and wants all facets", async () => {
    const library = await libraryOf(...documents);
    expect(ids(ask(library, "", { facets: { chain: ["titanium", "photonics"], trl: ["6"] } }))).toEqual(["a", "c"]);
  });

  it("finds nothing for a facet or a value that there is not, and still shows it as chosen", async () => {
    const library = await libraryOf(...documents);
    for (const facets of [{ chain: ["gold"] }, { colour: ["red"] }]) {
      const result = ask(library, "钛", { facets });
      expect(result).toMatchObject({ total: 0, page: 1, pages: 1, hits: [] });
      expect(result.facets.flatMap(({ values }) => values).filter(({ selected }) => selected)).toHaveLength(1);
    }
    expect(ask(library, "", { facets: { chain: [] } }).total).toBe(4);
  });

  it("counts kinds by the words alone", async () => {
    const result = ask(await libraryOf(...documents), "钛", { kind: "cases", facets: { trl: ["7"] } });
    expect(result.total).toBe(0);
    expect(result.kinds).toEqual([
      { kind: "projects", count: 2 },
      { kind: "cases", count: 1 },
    ]);
  });

  it("sorts what the words find by order when the newest is wanted", async () => {
    const library = await libraryOf(thing("old", "钛钛钛", { order: "1" }), thing("new", "钛与其他很多材料", { order: "2" }));
    expect(ids(ask(library, "钛"))).toEqual(["old", "new"]);
    expect(ids(ask(library, "钛", { sort: "newest" }))).toEqual(["new", "old"]);
  });

  it("pages, and brings a page or size out of range into it", async () => {
    const library = await libraryOf(...documents);
    expect(ask(library, "", { page: 2, size: 3 })).toMatchObject({ total: 4, page: 2, pages: 2, hits: [{ id: "d" }] });
    for (const page of [1e9, Number.POSITIVE_INFINITY]) expect(ask(library, "", { page, size: 3 })).toMatchObject({ page: 2 });
    for (const page of [0, -5, Number.NaN, Number.NEGATIVE_INFINITY, 1.9])
      expect(ask(library, "", { page, size: 3 })).toMatchObject({ page: 1 });
    expect(ask(library, "", { size: -1 }).hits).toHaveLength(1);
    expect(ask(library, "", { size: 1e9 }).hits).toHaveLength(4);
  });
});

describe("what somebody may send", () => {
  it("answers anything, and finds nothing where there is nothing to look for", async () => {
    const library = await libraryOf(thing("a", "钛合金🚀"), thing("b", "مشروع 项目"));
    for (const q of ["？！……", "🚀", "👩‍🔬", "\ud800", "\udc00\ud800", "<script>", "%", "()", "\\", "°"])
      expect(ask(library, q).total, q).toBe(0);
    for (const q of ["\u0000", "\u200b", "\ufeff\n"]) expect(ask(library, q).total, JSON.stringify(q)).toBe(2);
    expect(ids(ask(library, "مشروع"))).toEqual(["b"]);
    expect(ids(ask(library, "钛合金\ud800"))).toEqual(["a"]);
  });

  it("looks at the first 200 characters of a query", async () => {
    const library = await libraryOf(thing("a", "钛合金"), thing("b", "苹果"));
    expect(ids(ask(library, `钛合金${" ".repeat(200)}苹果`))).toEqual(["a"]);
    const before = performance.now();
    ask(library, "钛合金焊接 alloy ".repeat(10_000));
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it("answers from an empty library", () => {
    expect(ask(emptyLibrary, "钛")).toEqual({ total: 0, page: 1, pages: 1, hits: [], facets: [], kinds: [] });
    expect(rank(emptyLibrary, { text: "钛" }, 10)).toEqual([]);
  });

  it("keeps documents with strange texts as they are", async () => {
    const payload = JSON.stringify({ text: "\ud800 \u0000 𠮷 \u2028" });
    const library = await libraryOf(
      thing("a\u0000𠮷", "！？", { payload, body: { "zh-CN": "长".repeat(20_000) }, names: ["", "🚀"] }),
    );
    expect(ask(library, "").hits).toEqual([{ id: "a\u0000𠮷", kind: "projects", payload }]);
    expect(ask(library, "长长").total).toBe(1);
  });
});

describe("titles and excerpts", () => {
  it("marks what was found in the text as it was written", async () => {
    const library = await libraryOf(
      thing("a", "新型鈦合金（ＴＣ４）", { title: { "zh-CN": "新型鈦合金（ＴＣ４）", en: "New titanium alloys" } }),
    );
    expect(marked(ask(library, "钛合金 tc4").hits[0]?.title)).toBe("新型[鈦合金]（[ＴＣ４]）");
    expect(marked(ask(library, "alloy", { locale: "en" }).hits[0]?.title)).toBe("New titanium [alloys]");
  });

  it("shows the best passage, from the beginning of a sentence", async () => {
    const body = {
      "zh-CN": `${"无关的文字。".repeat(60)}只提到焊接。${"无关的文字。".repeat(60)}钛合金叶片的焊接已经完成。${"无关的文字。".repeat(60)}`,
    };
    const [hit] = ask(await libraryOf(thing("a", "甲", { body })), "钛合金焊接").hits;
    const text = hit?.excerpt?.map((piece) => piece.text).join("") ?? "";
    expect(marked(hit?.excerpt)).toContain("[钛合金]叶片的[焊接]已经完成");
    expect(text.length).toBeLessThanOrEqual(124);
    expect(text).toMatch(/^…无关/);
    expect(hit?.excerptLocale).toBe("zh-CN");
  });

  it("shows the other language where only that has the words, and nothing where neither has", async () => {
    const summary = { "zh-CN": "一种叶片", en: "A blade for turbines" };
    const library = await libraryOf(thing("a", "叶片", { summary }), thing("b", "钛"));
    expect(ask(library, "turbine").hits[0]).toMatchObject({ excerptLocale: "en" });
    expect(ask(library, "钛").hits[0]?.excerpt).toBeUndefined();
  });
});
