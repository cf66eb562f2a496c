import { png } from "./png.ts";
import { codeOf, forms } from "./records.ts";

/** The name of an operation, without language and placeholder names. */
export const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) =>
  `${method} ${path.replace(/^\/en/, "").replace(/\{\w+\}/g, "{}")}`;

const version = { version: 1 };
const words = { "zh-CN": "苹果气调保鲜箱的说明文字", en: "What the apple box does" };
const csv = new File(["email,name\na@example.com,A\n"], "a.csv", { type: "text/csv" });
const survey = {
  questions: [
    { id: "q1", kind: "rating", label: { "zh-CN": "总体评价" }, required: true },
    { id: "q2", kind: "text", label: { "zh-CN": "建议" } },
  ],
};
let codes = 0;
/** What is accepted, by the operation's address without language and placeholder names. */
export const good: Readonly<Record<string, object>> = {
  "POST /api/activities/{}/registrations": forms.registration,
  "POST /forms/register/{}": forms.registration,
  "PATCH /api/registrations/{}": { ...forms.registration, ...version },
  "POST /my/registrations/{}": { ...forms.registration, ...version },
  "POST /api/registrations/{}/take-over": { ...forms.registration, email: "next@example.com" },
  "POST /forms/register/take-over/{}": { ...forms.registration, email: "next@example.com" },
  "POST /api/console/activities/{}/registrations/{}/approve": version,
  "POST /api/console/activities/{}/registrations/{}/refuse": { ...version, remark: "不属于本次范围。" },
  "POST /api/console/activities/{}/registrations": { basis: "asked", rows: [forms.registration] },
  "POST /api/console/activities/{}/codes": { code: "PRESS2026", ticket: "press", uses: 2 },
  "POST /api/console/activities/{}/codes/{}/end": version,
  "POST /api/projects": forms.project,
  "POST /forms/project": forms.project,
  "PUT /api/own-projects/{}": { ...forms.project, ...version },
  "POST /my/projects/{}": { ...forms.project, ...version },
  "POST /api/demands": forms.demand,
  "POST /forms/demand": forms.demand,
  "PUT /api/own-demands/{}": { ...forms.demand, ...version },
  "POST /my/demands/{}": { ...forms.demand, ...version },
  "POST /api/talents": forms.talent,
  "POST /forms/talent": forms.talent,
  "PUT /api/own-talents/{}": { ...forms.talent, ...version },
  "POST /my/talents/{}": { ...forms.talent, ...version },
  "POST /api/own-talents/{}/consents": { purpose: "talent-profile", given: true },
  "POST /my/talents/{}/consents": { purpose: "talent-profile", given: "yes" },
  "POST /api/console/activities": forms.activity,
  "PUT /api/console/activities/{}": { ...forms.activity, version: 2 },
  "POST /api/console/cases": forms.case,
  "PUT /api/console/cases/{}": { ...forms.case, ...version },
  "POST /api/console/cases/check": { draft: forms.case },
  "POST /api/console/cases/{}/ask-review": { ...version, note: "请看数据" },
  "POST /api/console/cases/{}/publish": version,
  "POST /api/console/cases/{}/schedule": { ...version, publishAt: "2027-01-05T02:00:00Z" },
  "POST /api/console/cases/{}/presence": { window: "0123456789", typing: true },
  "POST /api/console/cases/{}/versions/{}/restore": version,
  "POST /api/preview/cases": forms.case,
  "POST /api/console/pages": forms.case,
  "PUT /api/console/pages/{}": { ...forms.case, ...version },
  "POST /api/console/pages/check": { draft: forms.case },
  "POST /api/console/pages/{}/ask-review": { ...version, note: "请看数据" },
  "POST /api/console/pages/{}/publish": version,
  "POST /api/console/pages/{}/schedule": { ...version, publishAt: "2027-01-05T02:00:00Z" },
  "POST /api/console/pages/{}/presence": { window: "0123456789", typing: true },
  "POST /api/console/pages/{}/versions/{}/restore": version,
  "POST /api/preview/pages": forms.case,
  "POST /api/console/invitations/{}/preview": {},
  "POST /api/console/invitations/{}": { kinds: ["institute"], expected: 1 },
  "PUT /api/console/surveys/{}": { ...survey, ...version },
  "POST /api/console/surveys/{}/open": version,
  "POST /api/console/surveys/{}/close": { version: 2 },
  "GET /api/console/surveys/{}/texts": { question: "q2" },
  "POST /forms/survey/{}": { q1: "5", q2: "很好" },
  "POST /api/console/webhooks": { url: "https://example.com/hook", events: ["case.changed"] },
  "PUT /api/console/webhooks/{}": { url: "https://example.com/other", events: ["case.changed"], ...version },
  "POST /api/console/webhooks/{}/switch": { ...version, on: false },
  "POST /api/console/webhooks/{}/secret": version,
  "POST /api/console/webhooks/{}/remove": version,
  "POST /api/console/webhooks/{}/deliveries/{}/resend": version,
  "PUT /api/console/policy": { title: { "zh-CN": "原文" }, href: "https://example.com/", version: 0 },
  "POST /api/console/organisations/{}/claims/{}/confirm": { ...version, name: "秦岭示例公司", how: "致电总机核实。" },
  "POST /api/console/organisations/{}/claims/{}/refuse": { ...version, remark: "总机查无此人。" },
  "POST /api/console/organisations/{}/release": { ...version, remark: "核实有误。" },
  // Another one each time: nobody asks twice for the same.
  get "POST /account/organisations"() {
    return { ...forms.membership, code: codeOf(9000 + ++codes) };
  },
  "POST /account/organisations/{}": { ...version, kind: "institute" },
  "POST /api/console/projects/{}/request-changes": { ...version, remark: "请补充对比数据。" },
  "POST /api/console/projects/{}/decline": { ...version, remark: "不属于受理范围。" },
  "POST /api/console/projects/{}/list": version,
  "POST /api/console/demands": forms.demand,
  "POST /api/console/demands/{}/request-changes": { ...version, remark: "请补充现有做法。" },
  "POST /api/console/demands/{}/decline": { ...version, remark: "不属于受理范围。" },
  "POST /api/console/demands/{}/list": version,
  "POST /api/console/demands/{}/withdraw": { version: 2, remark: "企业已停产。" },
  "POST /api/console/demands/{}/state": { version: 2, state: "in-contact" },
  "PUT /api/console/demands/{}/texts": { ...version, title: words, problem: words },
  "POST /api/console/projects/{}/withdraw": { version: 2, remark: "权利已转让。" },
  "PUT /api/console/projects/{}/texts": { ...version, title: words, problem: words, advantage: words, economics: words },
  "POST /api/console/cases/{}/return": { version: 2, remark: "请补充数据来源。" },
  "POST /api/console/cases/{}/unschedule": { version: 2 },
  "POST /api/console/pages/{}/unschedule": { version: 2 },
  "POST /api/console/pages/{}/withdraw": { version: 2 },
  "POST /api/console/matches/{}/projects/{}": { suitable: true },
  "POST /api/console/matches/{}/projects/{}/steps": { step: "failed", on: "2026-11-01", reason: "price" },
  "POST /api/console/workspace/work": {
    id: "wrk_00000000000000000000000001",
    title: { "zh-CN": "挂牌", en: "List" },
    href: "/console/projects",
    total: 3,
  },
  "PUT /api/console/workspace/views": {
    list: "/console/projects",
    version: 0,
    views: [{ id: "vew_00000000000000000000000001", name: "待审", query: "status=submitted" }],
  },
  "POST /api/console/cases/{}/recall": { version: 2 },
  "POST /api/console/pages/{}/recall": { version: 2 },
  "POST /api/console/pages/{}/return": { version: 2, remark: "请补充数据来源。" },
  "POST /api/console/cases/{}/withdraw": { version: 2 },
  "POST /api/console/campaigns/{}/pause": { version: 4 },
  "POST /api/console/campaigns/{}/resume": { version: 5 },
  "POST /api/console/campaigns/{}/unknown": { choice: "leave" },
  "POST /api/preview/campaigns": forms.campaign,
  "POST /api/console/talents/{}/approve": version,
  "POST /api/console/talents/{}/decline": { ...version, remark: "材料不全。" },
  "POST /api/console/campaigns": forms.campaign,
  "PUT /api/console/campaigns/{}": { ...forms.campaign, ...version },
  "POST /api/console/campaigns/{}/test": { ...version, email: "me@example.com" },
  "POST /api/session/link": { email: "ask@example.com" },
  "POST /api/console/members": { ...forms.member, email: "new-member@example.com", grants: [{ role: "editor" }] },
  "PUT /api/console/members/{}": { ...forms.member, email: "changed@example.com", grants: [{ role: "editor" }], ...version },
  "POST /api/console/members/{}/disable": version,
  "POST /api/console/members/{}/recovery": version,
  "POST /api/console/members/{}/recovery/withdraw": version,
  "POST /api/console/members/{}/recovery/confirm": { version: 2 },
  "POST /api/console/campaigns/{}/send": { version: 2, expected: 1 },
  "POST /api/console/campaigns/{}/approve": { version: 3 },
  "POST /api/console/campaigns/{}/return": { version: 3 },
  "POST /api/documents": { file: new File(["%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"], "a.pdf", { type: "application/pdf" }) },
  "POST /api/pictures": { file: new File([png(10, 10)], "a.png", { type: "image/png" }), "alt.zh-CN": "图" },
  "POST /api/door/{}/scans": {
    device: "东门",
    actions: [
      {
        id: "01kb0000000000000000000001",
        do: "enter",
        person: "0123456789abcdefghijkl",
        at: "2026-11-23T02:00:00Z",
        way: "search",
        letIn: true,
      },
    ],
  },
  "POST /api/imports": { file: csv, source: "测试名单", basis: "written" },
};

/** A body that the operation accepts, as far as one is known. */
export const goodFor = (operation: {
  readonly method: string;
  readonly path: string;
  readonly fields: readonly string[];
}): object => good[nameOf(operation)] ?? (operation.fields.includes("version") ? version : {});
