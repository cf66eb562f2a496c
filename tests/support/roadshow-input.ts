const who = { presenter: "郑上台", juryConsent: "yes" } as const;
const project = {
  ...{ name: "王示例", organisation: "示例公司", phone: "", consent: "yes", email: "rse@example.com", secrecy: "none" },
  title: "苹果气调保鲜箱",
  problem: "果农在地头没有冷库，采后损耗高。",
  advantage: "与冷库相比不需要用电，损耗从 18% 降到 6%。",
  economics: "每吨成本 120 元，冷库为 400 元。",
  ...{ chain: "apples", trl: "7", ways: ["licence"] },
} as const;
const marks = { version: 1, scores: { novelty: 7, use: 6 }, comment: "数据扎实。" };

/** What the operations of roadshows accept, by their address as in `good-input.ts`. */
export const roadshowInput: Readonly<Record<string, object>> = {
  "POST /api/roadshows/{}/projects": { ...project, ...who },
  "POST /forms/roadshow/{}": { ...project, ...who },
  "POST /forms/roadshow/{}/existing": { ...who, project: "prj_0.forged" },
  "POST /my/roadshow/projects/{}": { ...who, activityId: "act_0" },
  "POST /my/roadshow/{}": { presenter: "王上台", version: 1 },
  "PUT /api/console/roadshows/{}": {
    ...{ version: 1, opensAt: "2026-11-22T02:00:00Z", closesAt: "2026-11-28T02:00:00Z", scoringClosesAt: "2026-12-01T02:00:00Z" },
    ...{ scale: "0-10", scoring: "blind", places: 4, jurorsEach: 2 },
    criteria: [{ id: "novelty", name: { "zh-CN": "创新性" }, weight: 3 }],
  },
  "POST /api/console/roadshows/{}/publish": { version: 2 },
  "POST /api/console/roadshows/{}/entries/{}/decide": { version: 1, decision: "reserve" },
  "POST /api/console/roadshows/{}/entries/{}/mark": { version: 2, mark: "presented" },
  "POST /api/console/roadshows/{}/entries/{}/jurors/{}/reopen": { remark: "请补充评语。" },
  "PUT /api/console/roadshows/{}/order": { version: 1, startsAt: "2026-12-13T02:00:00Z", rows: [] },
  "POST /api/console/roadshows/{}/order/publish": { version: 1 },
  "PUT /api/console/me/jury": { organisation: "第三方研究院", confidential: "yes" },
  "PUT /api/console/jury/{}/{}": marks,
  "POST /api/console/jury/{}/{}/hand-in": marks,
};
