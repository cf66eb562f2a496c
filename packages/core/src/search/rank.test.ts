import { describe, expect, it } from "vitest";
import { build } from "./build.ts";
import { prepare } from "./entry.ts";
import { type Library, loaded } from "./library.ts";
import { leadOf, likening, rank, type Sought } from "./rank.ts";

async function libraryOf(texts: Readonly<Record<string, string>>): Promise<Library> {
  const entries = Object.entries(texts).map(([id, text]) =>
    prepare({ id, kind: "", title: { "zh-CN": "" }, body: { "zh-CN": text }, facets: {}, order: "", payload: "" }),
  );
  return loaded(build(await Promise.all(entries)));
}
const ids = (library: Library, sought: Sought) => rank(library, sought, 10).map(({ id }) => id);

describe("what a text begins with", () => {
  it("is its first clause", () => {
    expect(leadOf("一种花生播种机，包括机架（1）和轮（2）。")).toBe("一种花生播种机");
    expect(leadOf("  A seed drill, with a frame")).toBe("A seed drill");
    expect(leadOf("")).toBe("");
  });

  it("is cut where no clause ends", () => {
    expect(leadOf("长".repeat(50))).toHaveLength(30);
    expect(leadOf("long ".repeat(50)).length).toBeLessThanOrEqual(80);
  });
});

describe("ranking by likeness", () => {
  const others = Object.fromEntries(
    [..."甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"].map((sign) => [
      sign,
      `一种${sign}器，包括机架和控制器，安装在${sign}上。`,
    ]),
  );
  const texts = {
    ...others,
    drill: "一种小麦播种机，包括种子箱、旋耕刀和导向轮，所述种子箱安装在支撑梁上。",
    weeder: "一种水田除草机，包括种子箱、旋耕刀和悬挂架，所述除草刀安装在支撑梁上。",
  };
  const machine =
    "一种花生播种机，包括悬挂架（1）和机体（2），悬挂架（1）与机体（2）连接，机体（2）由两段组成，两段之间用销轴连接，行驶时前段朝后折叠，停放时后段朝下放平，折叠以后便于在道路上行驶，也便于在库房里存放，使用起来十分省力，维护也很容易。";

  it("takes a long text for what its beginning says, not for a part that it names often", async () => {
    const library = await libraryOf(texts);
    expect(ids(library, { text: machine })[0]).toBe("drill");
    // The control: without its first clause it is mostly about the part.
    expect(ids(library, { text: machine.slice(machine.indexOf("，") + 1) })[0]).toBe("weeder");
  });

  it("lets a title lead the text below it", async () => {
    const library = await libraryOf(texts);
    const below = machine.slice(machine.indexOf("，") + 1);
    expect(ids(library, { title: "花生播种机", text: below })[0]).toBe("drill");
  });

  it("takes no notice of reference signs and bare numbers", async () => {
    const library = await libraryOf({ signs: "阀体（10）、弹簧（20）、密封圈（30）", other: "弹簧和密封圈" });
    expect(rank(library, { text: "（10）（20）（30）2019" }, 10)).toEqual([]);
  });

  it("keeps the score between nothing and everything", async () => {
    const library = await libraryOf({ same: "钛合金等温锻造", part: "钛合金铸造", other: "苹果采摘" });
    const [first, second, ...rest] = rank(library, { text: "钛合金等温锻造" }, 10);
    expect(first?.id).toBe("same");
    expect(first?.score).toBeLessThanOrEqual(1);
    expect(second?.score).toBeLessThan(first?.score ?? 0);
    expect(second?.score).toBeGreaterThan(0);
    expect(rest).toEqual([]);
  });

  it("answers the same from what it keeps of common terms, and when those have no room any more", async () => {
    const [fresh, kept] = [await libraryOf(texts), await libraryOf(texts)];
    const likes = (library: Library) => rank(library, { text: machine }, 10);
    const first = likes(kept);
    const common = kept.common(likening);
    expect(common.size).toBeGreaterThan(3);
    expect(likes(kept)).toEqual(first);
    expect(likes(fresh)).toEqual(first);
    // The control: what is kept is what is counted.
    for (const { counts } of common.values()) for (const of of counts) of.fill(0);
    expect(likes(kept)).not.toEqual(first);
    common.clear();
    expect(likes(kept)).toEqual(first);
  });

  it("answers a single word, and fifty thousand characters", async () => {
    const library = await libraryOf(texts);
    expect(ids(library, { text: "播种机" })[0]).toBe("drill");
    expect(ids(library, { text: machine.repeat(600).slice(0, 50_000) })[0]).toBe("drill");
    expect(ids(library, { text: "" })).toEqual([]);
    expect(ids(library, { text: "\ud800，\u0000" })).toEqual([]);
  });
});
