import type { Locale, Localised } from "@lingxi/core/platform/text";
import type { Brokered, ChainFigures, Figures, Graph, GraphNode, PageInput } from "@lingxi/core/publication/schema";
import { inLocale, paths } from "@lingxi/core/publication/schema";

/** Figures and graphs for tests: invented, with names as long as real ones. */
const chain = (id: string, zh: string, en: string, counts: readonly number[]): ChainFigures & Brokered => {
  const [activities = 0, projects = 0, demands = 0, cases = 0, talents = 0, matches = 0, conversions = 0] = counts;
  const name = { "zh-CN": zh, en };
  return {
    chain: { id, name, group: "manufacturing", status: "official", source: "sample", ipcPrefixes: [], aliases: [] },
    ...{ activities, projects, demands, cases, talents, matches, conversions },
  };
};

const month = (name: string, counts: readonly number[]) => {
  const [activities = 0, projects = 0, demands = 0, cases = 0, talents = 0] = counts;
  return { month: name, activities, projects, demands, cases, talents };
};

export const sampleFigures: Figures = {
  counts: { activities: 4, projects: 12, demands: 9, cases: 3, talents: 6 },
  chains: [
    chain("cnc-machine-tools", "数控机床", "CNC machine tools", [1, 3, 2, 1, 2]),
    chain("titanium", "钛及钛合金", "Titanium and titanium alloys", [2, 5, 3, 1, 3, 5, 2]),
    chain("semiconductors", "半导体及集成电路", "Semiconductors and integrated circuits", [1, 2, 4, 0, 1]),
    chain("coal-to-olefins", "煤制烯烃（芳烃）深加工", "Coal to olefins (aromatics)", [0, 1, 0, 0, 0]),
    chain("apples", "苹果", "Apples", [0, 0, 0, 1, 0, 1, 0]),
    chain("tea", "茶叶", "Tea", [0, 0, 0, 0, 0]),
    chain("dairy", "乳制品", "Dairy products", [0, 0, 0, 0, 0]),
  ],
  months: [
    month("2026-07", [0, 1, 0, 0, 1]),
    month("2026-08", [1, 2, 0, 0, 0]),
    month("2026-09", [0, 3, 2, 1, 1]),
    month("2026-10", [1, 2, 3, 1, 2]),
    month("2026-11", [2, 4, 4, 1, 2]),
    month("2026-12", [3, 0, 0, 0, 0]),
    month("2027-01", [1, 0, 0, 0, 0]),
  ],
  trl: [0, 0, 1, 1, 2, 4, 3, 0, 1],
  demandStates: { open: 5, "in-contact": 2, solved: 1, unsolved: 1 },
};

export const emptyFigures: Figures = {
  counts: { activities: 0, projects: 0, demands: 0, cases: 0, talents: 0 },
  chains: sampleFigures.chains.map(({ chain: one }) => chain(one.id, one.name["zh-CN"], one.name.en, [])),
  months: [],
  trl: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  demandStates: { open: 0, "in-contact": 0, solved: 0, unsolved: 0 },
};

/** The figures page in a language. */
export const figuresPage = (locale: Locale, figures = sampleFigures): PageInput => ({
  locale,
  path: inLocale(paths.figures, locale),
  origin: "https://lingxi.example.cn",
  footer: [],
  chains: Object.fromEntries(figures.chains.map(({ chain: one }) => [one.id, one])),
  data: { kind: "figures", figures },
});

const node = (kind: GraphNode["kind"], id: string, label: Localised, path?: string): GraphNode => ({
  id: `${kind === "organisation" ? "organisation" : kind}:${id}`,
  kind,
  label,
  ...(path ? { path } : {}),
});

/** Two organisations with what they offer and need, a case that names a project and a person, and an event. */
export const sampleGraph: Graph = {
  nodes: [
    node("chain", "titanium", { "zh-CN": "钛及钛合金", en: "Titanium and titanium alloys" }, "/chains/titanium/"),
    node("organisation", "西部钛材研究院", { "zh-CN": "西部钛材研究院" }),
    node("projects", "prj_1", { "zh-CN": "薄壁钛管冷轧减振工艺", en: "Cold rolling of thin titanium tubes" }, "/projects/prj_1/"),
    node("projects", "prj_2", { "zh-CN": "钛合金粉末近净成形" }, "/projects/prj_2/"),
    node("talents", "tal_1", { "zh-CN": "林知远" }, "/talents/tal_1/"),
    node("organisation", "宝鸡紧固件股份有限公司", { "zh-CN": "宝鸡紧固件股份有限公司" }),
    node(
      "demands",
      "dem_1",
      { "zh-CN": "航空紧固件表面防黏涂层", en: "Anti-seize coating for aviation fasteners" },
      "/demands/dem_1/",
    ),
    node("activities", "act_1", { "zh-CN": "钛产业链供需路演", en: "Titanium roadshow" }, "/activities/act_1/"),
    node("cases", "cas_1", { "zh-CN": "一项薄壁管专利怎样走上产线", en: "A patent goes into production" }, "/cases/thin-wall/"),
  ],
  edges: [
    [0, 1],
    [1, 2],
    [1, 3],
    [1, 4],
    [0, 5],
    [5, 6],
    [0, 7],
    [0, 8],
    [8, 2],
    [8, 4],
  ],
};

/** A chain with nothing in it. */
export const lonelyGraph: Graph = { nodes: sampleGraph.nodes.slice(0, 1), edges: [] };

/** A graph of 300 nodes and more edges. */
export const largeGraph: Graph = (() => {
  const [root] = sampleGraph.nodes as [GraphNode];
  const owners = Array.from({ length: 40 }, (_, n) =>
    node("organisation", `单位 ${n}`, { "zh-CN": `示例单位第 ${n + 1} 研究所` }),
  );
  const kinds = ["projects", "demands", "talents", "cases", "activities"] as const;
  const things = Array.from({ length: 259 }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? "projects";
    return node(kind, `x_${n}`, { "zh-CN": `第 ${n + 1} 项内容的名称`, en: `Thing number ${n + 1}` }, `/${kind}/x_${n}/`);
  });
  const ownerOf = (n: number) => (n % 5 < 3 ? 1 + ((n * 7) % 40) : 0);
  return {
    nodes: [root, ...owners, ...things],
    edges: [
      ...owners.map((_, n): [number, number] => [0, n + 1]),
      ...things.map((_, n): [number, number] => [ownerOf(n), n + 41]),
      ...things.flatMap((_, n): [number, number][] => (n % 5 === 3 && n > 3 ? [[n + 41, n + 38]] : [])),
    ],
  };
})();
