import type { Locale } from "@lingxi/core/platform/text";
import {
  type ChainFigures,
  type Counts,
  type Entry,
  type Found,
  type FoundEntry,
  findQuery,
  inLocale,
  type Kind,
  kinds,
  type PageData,
  type PageInput,
  paths,
  type Related,
} from "@lingxi/core/publication/schema";
import { chainList, demands, projects, talents } from "./samples/offers.ts";
import { activities, cases, pages } from "./samples/stories.ts";
import { entriesOf } from "./view/entry.ts";

/** Pages of each kind, for tests: full, empty, narrowed, found and not found. */
const chains = Object.fromEntries(chainList.map((c) => [c.id, c]));
const things = {
  activities: entriesOf("activities", activities),
  projects: entriesOf("projects", projects),
  demands: entriesOf("demands", demands),
  cases: entriesOf("cases", cases),
  talents: entriesOf("talents", talents),
} satisfies { [K in Kind]: FoundEntry[] };
const nothing: Counts = { activities: 0, projects: 0, demands: 0, cases: 0, talents: 0 };
const counts: Counts = { activities: 5, projects: 128, demands: 86, cases: 32, talents: 1210 };
const none: Related = { near: [], linked: [] };

const figures: ChainFigures[] = chainList.map((chain, n) => ({
  chain,
  activities: n === 0 ? 1 : 0,
  projects: n < 4 ? 4 - n : 0,
  demands: n === 3 ? 12 : n === 6 ? 1 : 0,
  cases: n === 1 ? 1 : 0,
  talents: n === 0 ? 2 : 0,
}));

const related = (kind: Kind, linked: readonly Entry[] = []): Related => ({ near: things[kind].slice(1, 4), linked });

/** What is on stage, and the case that tells of it. */
const linkedTo: Readonly<Record<string, readonly Entry[]>> = {
  act_01: things.projects.slice(0, 1),
  act_06: things.cases.slice(0, 1),
};

const facets: Found["facets"] = [
  {
    name: "chain",
    values: chainList.map(({ id }, n) => ({ value: id, count: 24 - 3 * n, chosen: false })),
  },
  { name: "trl", values: [4, 5, 6, 7].map((n) => ({ value: String(n), count: n, chosen: false })) },
  { name: "way", values: ["licence", "equity"].map((value, n) => ({ value, count: 9 - n, chosen: false })) },
  { name: "region", values: ["xian", "baoji", "elsewhere"].map((value, n) => ({ value, count: 7 - n, chosen: false })) },
];
const chooses = (chosen: Found["chosen"]): Found["facets"] =>
  facets.map(({ name, values }) => ({
    name,
    values: values.map((one) => ({ ...one, chosen: chosen[name]?.includes(one.value) ?? false })),
  }));

const found = (more: Partial<Found>): Found => ({
  q: "",
  chosen: {},
  sort: "newest",
  page: 1,
  pages: 1,
  total: more.entries?.length ?? 0,
  entries: [],
  facets: [],
  ...more,
});

type Sample = readonly [name: string, path: string, data: PageData];
const find = (name: string, more: Partial<Found>): Sample => {
  const one = found(more);
  return [name, (one.of ? paths.findIn(one.of) : paths.find) + findQuery(one), { kind: "find", found: one }];
};

const chosen: Found["chosen"] = { chain: ["photonics", "titanium"], trl: ["6"] };
const marked: readonly FoundEntry[] = [
  {
    ...entriesOf("projects", projects)[0],
    title: [{ text: "光子芯片被动" }, { text: "对准", hit: true }, { text: "封装" }],
    excerpt: [
      { text: "…靠人工" },
      { text: "对准", hit: true },
      { text: "，一片要四十分钟 <script>alert(1)</script> & 良率不稳…" },
    ],
  } as FoundEntry,
  ...things.demands.slice(0, 2),
  ...things.cases.slice(0, 1),
  ...things.activities.slice(0, 1),
  ...things.talents.slice(0, 1),
];

const entries: readonly Sample[] = [
  ["home", paths.home, { kind: "home", activities, cases, projects, demands, counts }],
  ["home-empty", paths.home, { kind: "home", activities: [], cases: [], projects: [], demands: [], counts: nothing }],
  ...kinds.flatMap((of): Sample[] => [
    [
      `list-${of}`,
      paths[of],
      {
        kind: "find",
        found: found({ of, entries: things[of], pages: 7, total: 128, facets: of === "activities" ? activityFacets() : facets }),
      },
    ],
    [`list-${of}-empty`, paths[of], { kind: "find", found: found({ of }) }],
  ]),
  find("find-start", { entries: things.projects.slice(0, 2), total: 26, pages: 2 }),
  find("find-start-empty", {}),
  find("find-all", {
    q: "对准",
    sort: "relevance",
    entries: marked,
    total: 6,
    counts: { activities: 1, projects: 1, demands: 2, cases: 1, talents: 1 },
  }),
  find("find-corrected", {
    q: "titaniun <b>",
    corrected: "titanium",
    sort: "relevance",
    entries: things.projects.slice(3),
    counts: { ...nothing, projects: 1 },
  }),
  find("find-none", { q: "反重力发动机", sort: "relevance", counts: nothing }),
  find("find-projects", {
    of: "projects",
    q: "封装",
    chosen,
    sort: "newest",
    page: 3,
    pages: 9,
    total: 171,
    entries: things.projects,
    facets: chooses(chosen),
    counts: { activities: 2, projects: 171, demands: 4, cases: 1, talents: 0 },
  }),
  find("find-demands-none", { of: "demands", q: "封装", chosen, facets: chooses(chosen), counts: { ...nothing, projects: 3 } }),
  find("find-cases-lever", { of: "cases", chosen: { lever: ["pledge"] }, entries: things.cases.slice(2) }),
  ...activities.map(
    (a): Sample => [
      `activity-${a.availability}`,
      paths.activity(a.id),
      { kind: "activity", activity: a, related: related("activities", linkedTo[a.id]) },
    ],
  ),
  ...cases.map(
    (c): Sample => [
      `case-${c.slug}`,
      paths.case(c.slug),
      {
        kind: "case",
        case: c,
        related: c.links
          ? related(
              "cases",
              [things.activities[5], things.projects[0], things.demands[2], things.talents[0]].filter((one) => one !== undefined),
            )
          : none,
      },
    ],
  ),
  ...projects.map(
    (p): Sample => [
      `project-${p.id}`,
      paths.project(p.id),
      { kind: "project", project: p, related: related("projects", things.cases.slice(0, 1)) },
    ],
  ),
  ...demands.map(
    (d): Sample => [`demand-${d.state}`, paths.demand(d.id), { kind: "demand", demand: d, related: related("demands") }],
  ),
  ...talents.map(
    (one, n): Sample => [
      `talent-${one.id}`,
      paths.talent(one.id),
      { kind: "talent", talent: one, related: n > 0 ? none : related("talents") },
    ],
  ),
  ...pages.map((text): Sample => [`page-${text.slug}`, paths.page(text.slug), { kind: "page", text }]),
  ["chains", paths.chains, { kind: "chains", figures }],
  ["chains-empty", paths.chains, { kind: "chains", figures: [] }],
  [
    "chain",
    paths.chain("photonics"),
    { kind: "chain", figures: chainOf(0), activities: activities.slice(0, 1), cases, projects, demands, talents },
  ],
  [
    "chain-empty",
    paths.chain("apple"),
    { kind: "chain", figures: { ...chainOf(6), ...nothing }, activities: [], cases: [], projects: [], demands: [], talents: [] },
  ],
  [
    "policy",
    paths.policy,
    { kind: "policy", official: { title: { "zh-CN": "灵犀计划实施方案" }, href: "https://example.cn/lingxi.pdf" } },
  ],
  ["privacy", paths.privacy, { kind: "privacy" }],
  ["not-found", "/404/", { kind: "not-found" }],
  ["shell", "/_shell/", { kind: "shell" }],
  ["console", "/console", { kind: "console" }],
  ["door", "/door/", { kind: "door" }],
];

function activityFacets(): Found["facets"] {
  return [
    { name: "state", values: [{ value: "open", count: 3, chosen: false }] },
    { name: "type", values: [{ value: "roadshow", count: 2, chosen: false }] },
  ];
}

function chainOf(n: number): ChainFigures {
  const one = figures[n];
  if (!one) throw new Error(`There is no sample chain ${n}.`);
  return one;
}

/** Pages stand at the foot of all sample pages but the empty ones. */
const footOf = (data: PageData): PageInput["footer"] =>
  data.kind === "home" && data.cases.length === 0
    ? []
    : pages.filter(({ footer }) => footer).map(({ slug, title }) => ({ path: paths.page(slug), title }));

/** The inputs of all sample pages in one language, by name. */
export const samples = (locale: Locale): ReadonlyMap<string, PageInput> =>
  new Map(
    entries.map(([name, path, data]) => [
      name,
      { locale, path: inLocale(path, locale), origin: "https://lingxi.example.cn", chains, footer: footOf(data), data },
    ]),
  );
