import { describe, expect, it } from "vitest";
import { blank, type Draft, differing, draftOf, newIdFor } from "./draft.ts";
import { questionsOf } from "./questions.ts";

const base: Draft = {
  ...blank,
  title: { "zh-CN": "标题" },
  body: { "zh-CN": "正文", en: "Text" },
  timeline: [{ date: "2025-03", text: { "zh-CN": "第一步" } }],
  chains: ["titanium"],
};

describe("two drafts", () => {
  it("do not differ by what is empty or absent, nor by the order of names", () => {
    expect(differing(base, { ...base, title: { en: "", "zh-CN": "标题" }, conditions: { "zh-CN": "" } })).toEqual([]);
    expect(differing(base, { ...base, timeline: [{ text: { "zh-CN": "第一步", en: undefined }, date: "2025-03" }] })).toEqual([]);
    expect(differing(base, { ...base, title: { "zh-CN": "标题二" }, chains: [] })).toEqual(["title", "chains"]);
  });

  it("are the same as what the API gives back of them", () => {
    const { cover: _, conditions: _c, links: _l, ...saved } = base;
    expect(differing(base, draftOf(saved))).toEqual([]);
  });
});

describe("what has to be decided when two people changed the same draft", () => {
  it("is asked text by text and language by language, and says who changed it", () => {
    const mine: Draft = { ...base, title: { "zh-CN": "我的标题", en: "Mine" }, timeline: [] };
    const theirs: Draft = { ...base, title: { "zh-CN": "对方的标题" }, body: { ...base.body, en: "Theirs" } };
    expect(questionsOf({ mine, base, theirs }).map(({ key, by }) => [key, by])).toEqual(
      [
        ["title.zh-CN", "both"],
        ["body.en", "theirs"],
        ["title.en", "mine"],
        ["timeline.", "mine"],
      ].sort(byOrder),
    );
    expect(questionsOf({ mine, base, theirs: mine })).toEqual([]);
  });
});

const order = Object.keys(blank);
const byOrder = ([a = ""]: string[], [b = ""]: string[]) =>
  order.indexOf(a.split(".")[0] ?? "") - order.indexOf(b.split(".")[0] ?? "") || (a.endsWith("zh-CN") ? -1 : 1);

it("an id for a new case is one that the API takes, and another each time", () => {
  const ids = Array.from({ length: 50 }, () => newIdFor("cas"));
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^cas_[0-9a-z]{26}$/);
});
