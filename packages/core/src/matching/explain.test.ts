import { describe, expect, it } from "vitest";
import type { Comparison, Indicator } from "../demand/schema.ts";
import { explain, type Need } from "./explain.ts";
import { compareIndicators, type Verdict } from "./indicators.ts";
import { passagesOf } from "./passages.ts";
import { quantitiesIn } from "./quantity.ts";

const indicator = (name: string, comparison: Comparison, value: string, unit = ""): Indicator => ({
  name,
  comparison,
  value,
  unit,
});
const compared = (one: Indicator, text: string) => compareIndicators([one], passagesOf(text))[0];

describe("an indicator of a need", () => {
  it.each<[Indicator, string, Verdict, number?]>([
    [indicator("良率", ">=", "95", "%"), "成品良率达到97.5%。", "met"],
    [indicator("良率", ">=", "95", "%"), "成品良率为 92 %。", "short", 3],
    [indicator("抗拉强度", ">=", "1", "GPa"), "抗拉强度为 950 MPa，延伸率 12%。", "short", 0.05],
    [indicator("抗拉强度", ">=", "900", "MPa"), "其抗拉强度为0.95GPa。", "met"],
    [indicator("响应时间", "<=", "2", "s"), "响应时间小于500毫秒。", "met"],
    [indicator("响应时间", "<=", "2", "s"), "响应时间为0.1分钟。", "short", 4],
    [indicator("工作温度", "<=", "300", "K"), "工作温度为 25℃。", "met"],
    [indicator("氧含量", "<=", "5", "%"), "将氧含量由12%降至3%。", "met"],
    [indicator("循环寿命", ">=", "5000", "次"), "循环寿命达到1万次以上。", "met"],
    [indicator("粒径", "range", "10–20", "μm"), "粉末粒径为 12～18 μm。", "met"],
    [indicator("粒径", "range", "10–20", "μm"), "粉末粒径为 12～30 μm。", "short", 10],
    [indicator("良率", ">=", "95", "%"), "良率不低于90%。", "unclear"],
    [indicator("良率", ">=", "95"), "良率为 97 %。", "unclear"],
    [indicator("良率", ">=", "0.9"), "良率为0.97。", "met"],
    [indicator("良率", ">=", "95", "%"), "良率高，成本低。", "named"],
    [indicator("良率", ">=", "95", "%"), "焊接变形小，机架（95）稳定。", "missing"],
    [indicator("防护等级", "=", "IP67"), "防护等级为IP54。", "named"],
    [indicator("粘度", "<=", "20", "厘泊"), "粘度为 15 厘泊。", "unclear"],
    [indicator("防护等级", "=", "IP67"), "防护等级为IP67。", "met"],
  ])("%o against “%s” is %s", (one, text, verdict, gap) => {
    const answer = compared(one, text);
    expect(answer?.verdict).toBe(verdict);
    expect(answer?.gap).toBe(gap);
  });

  it("keeps the best of several passages, and says where it stands", () => {
    const text = "良率为92%。改进以后，良率为96%。";
    const answer = compared(indicator("良率", ">=", "95", "%"), text);
    expect(answer).toMatchObject({ verdict: "met", found: "96%", passage: { from: text.indexOf("改进") } });
  });
});

describe("numbers of a text", () => {
  it("are not reference signs, nor parts of names", () => {
    expect(quantitiesIn("机架（3）与轮(12)，采用TC4和F-16")).toEqual([]);
  });
  it("have the longest unit", () => {
    expect(quantitiesIn("功率100 kWh").map(({ unit }) => unit?.kind)).toEqual(["energy"]);
  });
});

describe("the reasons for an offer", () => {
  const need: Need = {
    title: "钛合金等温锻造",
    text: "锻件要细化晶粒，废品率高。希望降低模具成本",
    indicators: [indicator("废品率", "<=", "3", "%")],
    trl: 7,
    budgetTo: 100,
    region: "xian",
    ways: ["licence"],
  };
  const offer = {
    id: "one",
    title: "一种钛合金等温锻造方法",
    text: "通过控制温度细化晶粒，锻件废品率降至5%。",
    inForce: false,
    trl: 5,
    askingFrom: 200,
    region: "baoji",
    ways: ["assignment"] as const,
  };

  it("are phrases with the passage that answers them, and those that none does", () => {
    const { phrases } = explain(need, offer, () => 1);
    const of = (phrase: string) => phrases.find((one) => one.phrase === phrase);
    expect(of("钛合金等温锻造")?.passage?.text).toBe(offer.title);
    expect(of("锻件要细化晶粒")?.passage?.text).toBe(offer.text);
    expect(of("降低模具成本")).toEqual({ phrase: "降低模具成本", share: 0 });
  });

  it("are indicators with what is missing", () => {
    expect(explain(need, offer, () => 1).indicators).toMatchObject([{ verdict: "short", found: "5%", gap: 2 }]);
  });

  it("are conditions of which both sides say something", () => {
    expect(explain(need, offer, () => 1).conditions).toEqual([
      { name: "in-force", holds: false },
      { name: "trl", holds: false },
      { name: "budget", holds: false },
      { name: "region", holds: false },
      { name: "ways", holds: false },
    ]);
    expect(explain({ ...need, trl: undefined }, { ...offer, region: undefined }, () => 1).conditions).toHaveLength(3);
  });
});
