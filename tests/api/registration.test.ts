import { createCode, editActivity, getActivity, listRegistrations } from "@lingxi/core/activity";
import { describe, expect, it } from "vitest";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";

const world = embedded();
const filled = {
  name: "王晓航",
  organisation: "示例公司",
  email: "wang.xh@example.com",
  phone: "",
  interest: "",
  consent: "yes",
};
const tokenOf = async (activityId: string) => {
  const { items } = await listRegistrations(world.ctx(staff("organiser")), { activityId });
  if (!items[0]) throw new Error("nobody is registered");
  return registrationToken(world.ctx(), items[0]);
};

describe("the registration form", () => {
  it("registers without script, and says what happens next, in either language", async () => {
    const activityId = await publishedActivity(world, 5);
    for (const [base, says] of [
      ["", "名额已确认"],
      ["/en", "Your seat is confirmed"],
    ] as const) {
      const form = await call(world, "GET", `${base}/forms/register/${activityId}`);
      expect(form.status).toBe(200);
      expect(form.text).toContain('name="email"');
      const sent = await call(world, "POST", `${base}/forms/register/${activityId}`, {
        form: { ...filled, email: `a${base.length}@example.com` },
      });
      expect(sent.status).toBe(303);
      expect(sent.headers.location).toBe(`${base}/forms/register/${activityId}/done?status=confirmed`);
      expect((await call(world, "GET", sent.headers.location ?? "")).text).toContain(says);
    }
  });

  it("keeps what was typed, names the field and the remedy, and shows hostile text as text", async () => {
    const activityId = await publishedActivity(world, 5);
    const answer = await call(world, "POST", `/forms/register/${activityId}`, {
      form: { ...filled, name: '<script>alert("1")</script>', email: "sunyue@@example.com", consent: "" },
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("“邮箱”不是有效的邮箱");
    expect(answer.text).toContain('href="#f-email"');
    expect(answer.text).toContain('value="sunyue@@example.com"');
    expect(answer.text).toContain("&lt;script&gt;");
    expect(answer.text).not.toContain("<script>alert");
  });

  it("answers an unknown activity with a page that says what to do", async () => {
    const answer = await call(world, "GET", "/en/forms/register/act_unknown");
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("Choose one from the list");
  });
});

describe("the secret link", () => {
  it("changes, cancels once, and refuses a second tab that is behind", async () => {
    const activityId = await publishedActivity(world, 5);
    await call(world, "POST", `/forms/register/${activityId}`, { form: filled });
    const page = `/my/registrations/${await tokenOf(activityId)}`;
    const changed = await call(world, "POST", page, { form: { ...filled, name: "王小航", version: "1" } });
    expect(changed.status).toBe(303);
    const behind = await call(world, "POST", page, { form: { ...filled, name: "另一个窗口", version: "1" } });
    expect(behind.status).toBe(412);
    expect(behind.text).toContain('value="另一个窗口"');
    expect((await call(world, "GET", page)).text).toContain("王小航");
    expect((await call(world, "POST", `${page}/cancel`)).status).toBe(303);
    expect((await call(world, "POST", `${page}/cancel`)).status).toBe(303);
    expect((await call(world, "GET", page)).text).toContain("已经取消");
  });

  it("is not found when forged", async () => {
    const answer = await call(world, "GET", "/my/registrations/act_1.abc.def");
    expect(answer.status).toBe(404);
  });
});

describe("ticket types in the form", () => {
  const rowOf = async (activityId: string) => getActivity(world.ctx(staff("organiser")), { activityId });
  async function withTickets(more = {}) {
    const activityId = await publishedActivity(world, 5);
    const tickets = [
      { id: "firm", name: { "zh-CN": "企业代表", en: "Firms" }, quotas: ["front"] },
      { id: "student", name: { "zh-CN": "学生", en: "Students" }, approval: true },
      { id: "press", name: { "zh-CN": "媒体", en: "Press" }, hidden: true },
    ];
    const quotas = [{ id: "front", name: { "zh-CN": "前排", en: "Front" }, size: 1 }];
    const row = await rowOf(activityId);
    await editActivity(world.ctx(staff("organiser")), { ...row, tickets, quotas, ...more, activityId });
    return activityId;
  }

  it("are chosen from, kept through an error, and say how each stands", async () => {
    const activityId = await withTickets();
    const form = await call(world, "GET", `/en/forms/register/${activityId}`);
    expect(form.text).toContain("Students · open · by approval");
    expect(form.text).not.toContain("Press");
    const none = await call(world, "POST", `/forms/register/${activityId}`, { form: filled });
    expect([none.status, none.text.includes("请重新选择")]).toEqual([409, true]);
    const sent = await call(world, "POST", `/forms/register/${activityId}`, { form: { ...filled, ticket: "student" } });
    expect(sent.headers.location).toContain("status=requested");
    expect((await call(world, "GET", sent.headers.location ?? "")).text).toContain("审核");
  });

  it("that are hidden are opened by a link with the code", async () => {
    const activityId = await withTickets();
    await createCode(world.ctx(staff("organiser")), { activityId, code: "PRESS26", ticket: "press", uses: 1, holds: true });
    const form = await call(world, "GET", `/forms/register/${activityId}?code=press26`);
    expect(form.text).toContain('value="press26"');
    const sent = await call(world, "POST", `/forms/register/${activityId}`, { form: { ...filled, code: "press26" } });
    expect(sent.headers.location).toContain("status=confirmed");
  });

  it("say which quota keeps somebody waiting, and let them leave", async () => {
    const activityId = await withTickets();
    for (const email of ["a@example.com", "b@example.com"])
      await call(world, "POST", `/forms/register/${activityId}`, { form: { ...filled, email, ticket: "firm" } });
    const { items } = await listRegistrations(world.ctx(staff("organiser")), { activityId, status: "waitlisted" });
    if (!items[0]) throw new Error("nobody waits");
    const page = `/my/registrations/${registrationToken(world.ctx(), items[0])}`;
    const seen = (await call(world, "GET", page)).text;
    expect(seen).toContain("现在额满的是：前排");
    expect(seen).toContain("退出候补");
    await call(world, "POST", `${page}/cancel`);
    expect((await rowOf(activityId)).waiting).toBe(0);
  });

  it("refuse with a page that says so when all is taken and nobody waits", async () => {
    const activityId = await withTickets({ waitingList: false, tickets: [], quotas: [], capacity: 1 });
    await call(world, "POST", `/forms/register/${activityId}`, { form: filled });
    const late = await call(world, "POST", `/forms/register/${activityId}`, { form: { ...filled, email: "late@example.com" } });
    expect([late.status, late.text.includes("不设候补")]).toEqual([409, true]);
  });

  it("do not stand in the way of passing a seat on", async () => {
    const activityId = await publishedActivity(world, 5);
    await call(world, "POST", `/forms/register/${activityId}`, { form: filled });
    const page = (await call(world, "GET", `/my/registrations/${await tokenOf(activityId)}`)).text;
    const path = /href="(\/forms\/register\/take-over\/[^"]+)"/.exec(page)?.[1] ?? "";
    expect((await call(world, "GET", `/en${path}`)).text).toContain("Take over a seat");
    const sent = await call(world, "POST", path, { form: { ...filled, name: "接替者", email: "next@example.com" } });
    expect(sent.status).toBe(303);
    expect((await call(world, "GET", sent.headers.location ?? "")).text).toContain("接");
    const again = await call(world, "POST", path, { form: { ...filled, email: "third@example.com" } });
    expect(again.status).toBe(409);
    expect((await rowOf(activityId)).taken).toBe(1);
  });
});

describe("the API", () => {
  it("answers what a client sent wrong with problem details in its language, never with 500", async () => {
    const activityId = await publishedActivity(world, 5);
    const path = `/api/activities/${activityId}/registrations`;
    const bad: [string, Parameters<typeof call>[3], number][] = [
      ["not JSON", { raw: "{", headers: { "content-type": "application/json" } }, 400],
      ["no body", {}, 422],
      ["a list", { body: [] }, 422],
      ["wrong types", { body: { name: 1, organisation: {}, email: [], consent: "maybe" } }, 422],
      ["too long", { body: { ...filled, name: "长".repeat(5000) } }, 422],
    ];
    for (const [what, options, status] of bad) {
      const answer = await call(world, "POST", path, { ...options, headers: { ...options?.headers, "accept-language": "en" } });
      expect(answer.status, what).toBe(status);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(answer.json(), what).toMatchObject({ status, requestId: "req_test" });
    }
    const unknown = await call(world, "GET", "/api/nothing", { headers: { "accept-language": "en" } });
    expect(unknown.json()).toMatchObject({ status: 404, detail: expect.stringContaining("nothing at this address") });
  });

  it("describes every route", async () => {
    const description = (await call(world, "GET", "/api/openapi.json")).json() as {
      paths: Record<string, Record<string, { summary: string }>>;
    };
    const all = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, o]) => ({ path, method, summary: o.summary })),
    );
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((o) => !o.summary)).toEqual([]);
    expect(description.paths["/api/activities/{activityId}/registrations"]).toMatchObject({
      post: {
        requestBody: { content: { "application/json": { schema: { properties: { email: { label: { en: "E-mail" } } } } } } },
      },
    });
  });

  it("lets only staff in where staff work", async () => {
    expect((await call(world, "GET", "/api/console/activities")).status).toBe(401);
    expect((await call(world, "POST", "/api/console/activities", { body: {} })).status).toBe(401);
  });
});
