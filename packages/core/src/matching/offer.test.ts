import { describe, expect, it } from "vitest";
import { seeded } from "../../../../tests/bench/search-documents.ts";
import { rank } from "../search/index.ts";
import { indexOffers, type Offer, openOffers } from "./offer.ts";

const words = "钛合金 锻造 氢气 传感器 泄漏 检测 无人机 避障 光子 芯片 封装 耦合 苹果 采摘 装置 方法 系统 包括 机架 控制器".split(
  " ",
);

function offers(seed: number): Offer[] {
  const random = seeded(seed);
  const pick = (count: number) => Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join("");
  return Array.from({ length: 60 }, (_, n) => ({
    id: `o${n}`,
    title: pick(2),
    text: `一种${pick(3)}，${pick(20)}。`,
    more: pick(10),
  }));
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

describe("an index of offers", () => {
  const all = offers(3);
  const needs = offers(4).slice(0, 12);

  it.each([1, 2, 3])("ranks alike in whatever order offers come (seed %i)", (seed) => {
    const [one, other] = [openOffers(indexOffers(all)), openOffers(indexOffers(shuffled(all, seed)))];
    for (const need of needs) expect(rank(other, need, 60)).toEqual(rank(one, need, 60));
  });

  it("ranks alike twice", () => {
    const bytes = indexOffers(all);
    expect(indexOffers(all)).toEqual(bytes);
    for (const need of needs) expect(rank(openOffers(bytes), need, 60)).toEqual(rank(openOffers(bytes), need, 60));
  });

  it("ranks a text that two owners offer twice, alike", () => {
    const twin = { ...(all[0] as Offer), id: "twin" };
    const ranked = rank(openOffers(indexOffers([...all, twin])), twin, 2);
    expect(ranked.map(({ id }) => id)).toEqual(["o0", "twin"]);
    expect(ranked[0]?.score).toBe(ranked[1]?.score);
  });
});
