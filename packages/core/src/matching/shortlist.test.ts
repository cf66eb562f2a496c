import { describe, expect, it } from "vitest";
import { indexOffers, openOffers } from "./offer.ts";
import { shortlist } from "./shortlist.ts";

const library = openOffers(
  indexOffers([
    { id: "near", title: "钛合金等温锻造方法", text: "一种钛合金锻件的等温锻造方法，细化晶粒。" },
    { id: "alike", title: "钛合金等温锻造方法", text: "一种钛合金锻件的等温锻造方法，细化晶粒。" },
    { id: "far", title: "苹果采摘机械手", text: "一种苹果采摘机械手，带有柔性夹爪。" },
    ..."甲乙丙丁戊己庚辛".split("").map((sign) => ({ id: sign, title: `${sign}型水泵`, text: `一种${sign}型水泵，带有叶轮。` })),
  ]),
);
const need = { title: "钛合金锻造", text: "钛合金锻件晶粒粗大", chain: "titanium" };
const nowhere = () => ({});

describe("a shortlist", () => {
  it("is lifted by the chain and never narrowed by it", () => {
    const plain = shortlist(library, need, nowhere, 5).hits;
    const lifted = shortlist(library, need, (id) => ({ chain: id === "near" ? "titanium" : "apples" }), 5).hits;
    expect(plain.map(({ id }) => id)).toEqual(["alike", "near"]);
    expect(lifted.map(({ id }) => id)).toEqual(["near", "alike"]);
  });

  it("lets no lift bring what is far before what is near", () => {
    const lifted = shortlist(
      library,
      { ...need, text: "水泵" },
      (id) => ({ chain: id === "甲" ? "titanium" : "apples" }),
      5,
    ).hits;
    expect(lifted[0]?.id).toBe("alike");
  });

  it("says when there is no adequate supply, and still shows what there is", () => {
    expect(shortlist(library, need, nowhere, 5).inadequate).toBe(false);
    const none = { title: "固态电池", text: "希望找到硫化物电解质的界面改性工艺，带有涂层设备，降低阻抗" };
    expect(shortlist(library, none, nowhere, 5)).toMatchObject({ inadequate: true });
    expect(shortlist(library, none, nowhere, 5).hits.length).toBeGreaterThan(0);
    expect(shortlist(openOffers(indexOffers([])), need, nowhere, 5)).toEqual({ hits: [], likelihood: 0, inadequate: true });
  });
});
