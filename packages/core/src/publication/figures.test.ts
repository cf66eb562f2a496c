import { describe, expect, it } from "vitest";
import type { CaseSummary } from "../cases/schema.ts";
import type { Chain } from "../taxonomy/schema.ts";
import { figuresOf, graphOf } from "./figures.ts";
import type { Counts, Entry, Kind } from "./schema.ts";
import type { Tally } from "./shelf.ts";

const none: Tally = { total: 0, byFacet: {}, byMonth: {} };
const nothing: Counts = { activities: 0, projects: 0, demands: 0, cases: 0, talents: 0 };
const tallies = (some: Partial<Record<Kind, Partial<Tally>>>): Record<Kind, Tally> => ({
  activities: { ...none, ...some.activities },
  projects: { ...none, ...some.projects },
  demands: { ...none, ...some.demands },
  cases: { ...none, ...some.cases },
  talents: { ...none, ...some.talents },
});
const figures = (some: Parameters<typeof tallies>[0]) => figuresOf(tallies(some), [], nothing);

const titanium: Chain = {
  id: "titanium",
  name: { "zh-CN": "钛及钛合金", en: "Titanium" },
  group: "manufacturing",
  status: "official",
  source: "test",
  ipcPrefixes: [],
  aliases: [],
};

describe("the figures", () => {
  it("fill the months between the first and the last, over the turn of the year", () => {
    const { months } = figures({ projects: { byMonth: { "2026-11": 2 } }, cases: { byMonth: { "2027-02": 1 } } });
    expect(months).toEqual([
      { month: "2026-11", ...nothing, projects: 2 },
      { month: "2026-12", ...nothing },
      { month: "2027-01", ...nothing },
      { month: "2027-02", ...nothing, cases: 1 },
    ]);
  });

  it("keep the latest 24 months", () => {
    const { months } = figures({ demands: { byMonth: { "2019-01": 1, "2026-03": 4 } } });
    expect(months.map(({ month }) => month)).toHaveLength(24);
    expect([months[0]?.month, months.at(-1)]).toEqual(["2024-04", { month: "2026-03", ...nothing, demands: 4 }]);
  });

  it("begin no month by what was taken away again", () => {
    expect(figures({ projects: { byMonth: { "2026-01": 0 } } }).months).toEqual([]);
  });

  it("have all nine levels and all states, with nothing at those that nobody has", () => {
    const { trl, demandStates } = figures({
      projects: { byFacet: { trl: { "6": 3, "9": 1 } } },
      demands: { byFacet: { state: { solved: 2 }, trl: { "6": 9 } } },
    });
    expect(trl).toEqual([0, 0, 0, 0, 0, 3, 0, 0, 1]);
    expect(demandStates).toEqual({ open: 0, "in-contact": 0, solved: 2, unsolved: 0 });
  });

  it("are the same whatever the order in which the table kept its counts", () => {
    const one = figures({ projects: { byMonth: { "2026-11": 2, "2026-09": 1 }, byFacet: { trl: { "2": 1, "1": 4 } } } });
    const other = figures({ projects: { byMonth: { "2026-09": 1, "2026-11": 2 }, byFacet: { trl: { "1": 4, "2": 1 } } } });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

const project = (id: string, supplier: string): Entry =>
  ({ kind: "projects", thing: { id, supplier, title: { "zh-CN": `项目 ${id}` } } }) as Entry;
const talent = (id: string, organisation: string): Entry =>
  ({ kind: "talents", thing: { id, organisation, name: "林知远" } }) as Entry;
const story = (id: string, links?: CaseSummary["links"]): Entry =>
  ({ kind: "cases", thing: { id, slug: `story-${id}`, title: { en: "Story", "zh-CN": "故事" }, links } }) as Entry;

describe("the graph of a chain", () => {
  it("is the chain alone where there is nothing else", () => {
    const node = { id: "chain:titanium", kind: "chain", label: titanium.name, path: "/chains/titanium/" };
    expect(graphOf(titanium, [])).toEqual({ nodes: [node], edges: [] });
  });

  it("puts what an organisation offers and whom it employs behind it, once", () => {
    const { nodes, edges } = graphOf(titanium, [
      project("prj_1", "西部钛研"),
      project("prj_2", "西部钛研 "),
      talent("tal_1", "西部钛研"),
    ]);
    expect(nodes.map(({ id }) => id)).toEqual([
      "chain:titanium",
      "organisation:西部钛研",
      "projects:prj_1",
      "projects:prj_2",
      "talents:tal_1",
    ]);
    expect(nodes[1]).toEqual({ id: "organisation:西部钛研", kind: "organisation", label: { "zh-CN": "西部钛研" } });
    expect(edges).toEqual([
      [0, 1],
      [1, 2],
      [1, 3],
      [1, 4],
    ]);
  });

  it("ties a case to what it names, as far as that is there", () => {
    const links = { talents: ["tal_9"], projects: ["prj_1", "prj_gone"], activities: [], demands: [] };
    const { nodes, edges } = graphOf(titanium, [story("cas_1", links), project("prj_1", "西部钛研")]);
    expect(nodes[1]).toEqual({
      id: "cases:cas_1",
      kind: "cases",
      label: { "zh-CN": "故事", en: "Story" },
      path: "/cases/story-cas_1/",
    });
    expect(edges).toEqual([
      [0, 1],
      [0, 2],
      [2, 3],
      [1, 3],
    ]);
  });

  it("tells activities that have taken place from those to come", () => {
    const activity = (id: string, availability: string): Entry =>
      ({ kind: "activities", thing: { id, availability, title: { "zh-CN": "路演" } } }) as Entry;
    const { nodes } = graphOf(titanium, [activity("act_1", "open"), activity("act_2", "past")]);
    expect(nodes.slice(1).map(({ over }) => over)).toEqual([undefined, true]);
  });

  it("ties what names no organisation to the chain", () => {
    expect(graphOf(titanium, [project("prj_1", "  ")]).edges).toEqual([[0, 1]]);
  });

  it("lets the chain reach every node, however many", () => {
    const many = Array.from({ length: 300 }, (_, n) => (n % 2 ? project(`prj_${n}`, `单位 ${n % 40}`) : story(`cas_${n}`)));
    const { nodes, edges } = graphOf(titanium, many);
    const reached = new Set([0]);
    for (const [from, to] of edges) if (reached.has(from)) reached.add(to);
    expect(reached.size).toBe(nodes.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });
});
