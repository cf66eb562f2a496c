import { describe, expect, it } from "vitest";
import { prepare } from "./entry.ts";
import { emptyLibrary, updated } from "./library.ts";
import type { SearchDocument } from "./schema.ts";
import { suggest } from "./suggest.ts";

const thing = (id: string, zh: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  kind: "projects",
  title: { "zh-CN": zh },
  facets: {},
  order: "",
  payload: "",
  ...more,
});
const library = updated(
  emptyLibrary,
  await Promise.all(
    [
      thing("a", "航空钛合金锻造", { names: ["西安秦岭研究院", "王伟"], facets: { chain: ["titanium"] } }),
      thing("b", "钛管轧制", { title: { "zh-CN": "钛管轧制", en: "Rolling of titanium tubes" }, names: ["西安秦岭研究院"] }),
      thing("c", "苹果分选", { names: ["延安苹果公司"] }),
    ].map(prepare),
  ),
  [],
);
const lines = (prefix: string, locale: "zh-CN" | "en" = "zh-CN") =>
  suggest(library, prefix, locale).map(
    ({ kind, segments }) => `${kind} ${segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("")}`,
  );

describe("suggest", () => {
  it("offers chains, names and titles, those that begin with it first", () => {
    expect(lines("钛")).toEqual(["chain [钛]及[钛]合金", "title [钛]管轧制", "title 航空[钛]合金锻造"]);
  });

  it("offers an organisation once, however many things it has", () => {
    expect(lines("西安")).toEqual(["name [西安]秦岭研究院"]);
    expect(lines("延安")).toEqual(["name [延安]苹果公司"]);
  });

  it("understands pinyin, also unfinished or by its initials", () => {
    expect(lines("taih")).toEqual(["chain 钛及[钛合]金", "title 航空[钛合]金锻造"]);
    expect(lines("tai he jin")).toEqual(["chain 钛及[钛合金]", "title 航空[钛合金]锻造"]);
    expect(lines("thj")).toContain("chain 钛及[钛合金]");
    expect(lines("wangw")).toEqual(["name [王伟]"]);
  });

  it("understands English and answers in the reader's language", () => {
    expect(lines("titan", "en")).toEqual(["chain [Titanium] and [titanium] alloys", "title Rolling of [titanium] tubes"]);
    expect(lines("titan")[0]).toBe("chain 钛及钛合金");
  });

  it("knows the other names of a chain, with or without documents", () => {
    expect(suggest(library, "光电子", "zh-CN")).toEqual([
      { kind: "chain", id: "photonics", text: "光子", segments: [{ text: "光子" }] },
    ]);
  });

  it("gives the id of what it offers", () => {
    expect(suggest(library, "钛管", "zh-CN")[0]).toMatchObject({ kind: "title", id: "b", text: "钛管轧制" });
    expect(suggest(library, "钛", "zh-CN")[0]).toMatchObject({ kind: "chain", id: "titanium" });
  });

  it("offers nothing for nothing, and eight at most", async () => {
    for (const prefix of ["", " ", "？", "🚀", "\ud800", "查无此项"]) expect(suggest(library, prefix, "zh-CN")).toEqual([]);
    const many = await Promise.all(Array.from({ length: 30 }, (_, n) => prepare(thing(`t${n}`, `钛板 ${n}`))));
    expect(suggest(updated(emptyLibrary, many, []), "钛板", "zh-CN")).toHaveLength(8);
    expect(suggest(library, "钛".repeat(100_000), "zh-CN").length).toBeLessThanOrEqual(8);
  });
});
