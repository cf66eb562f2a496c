import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, inject, it } from "vitest";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";
import { isSigned, receiver } from "../support/receiver.ts";

const open = visitors();
const [phone, , , desk] = tours;

it.each([
  { tour: phone, add: "登记接收地址", save: "保存", log: "推送记录", test: "发送测试消息", there: "已送达" },
  { tour: desk, add: "Register an address", save: "Save", log: "Log", test: "Send a test", there: "delivered" },
])("an organiser registers a webhook, tests it, and reads its log ($tour.width $tour.locale)", async (says) => {
  const { tour } = says;
  const there = await receiver(() => 204, inject("receiverPort"));
  try {
    const page = await open(tour, { staff: true });
    await page.goto("/console/webhooks");
    await page.getByRole("button", { name: says.add }).click();
    await page.getByRole("button", { name: says.save }).click();
    await page.locator(".error-summary").waitFor();
    await page.locator("input[type=url]").fill(there.url);
    await page.getByRole("button", { name: says.save }).click();
    const secret = (await page.locator("code", { hasText: "whsec_" }).textContent()) ?? "";
    await looksRight(page, tour, "webhooks");
    await page.getByRole("button", { name: says.log }).click();
    await page.getByRole("button", { name: says.test }).click();
    await page.locator("td", { hasText: says.there }).first().waitFor();
    const call = there.calls.find(({ body }) => body.includes("webhook.test"));
    expect(call && isSigned(secret, call)).toBe(true);
    expect(await page.locator("td", { hasText: call?.id ?? "none" }).count()).toBe(1);
    await looksRight(page, tour, "webhook");
  } finally {
    await there.close();
  }
});

it.each([phone, desk])(
  "the next events stand in a frame of another site, and no other page does ($width $locale)",
  async (tour) => {
    const origin = inject("origin");
    const frame = (path: string) => `<iframe title="f" width="100%" height="480" src="${origin}${tour.base}${path}"></iframe>`;
    const other = createServer((request, response) => {
      const inner = frame(request.url === "/page" ? "/activities/" : "/find/embed?theme=dark");
      response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><html lang="${tour.locale}"><body>${inner}`);
    });
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    try {
      const page = await open(tour, { script: false });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      await page.goto(address);
      await page.frameLocator("iframe").locator("li a").first().waitFor();
      await looksRight(page, tour, "embedded");
      // Nothing but the two pages was loaded, and nothing is kept.
      expect(asked.filter((url) => !url.endsWith("/favicon.ico"))).toHaveLength(2);
      expect(await page.context().cookies()).toEqual([]);
      await page.goto(`${address}/page`);
      expect(await page.frameLocator("iframe").locator("h1").count()).toBe(0);
    } finally {
      await new Promise((done) => other.close(done));
    }
  },
);

it("somebody who came is asked, answers once, and the organiser reads it", async () => {
  const tour = phone;
  const page = await open(tour, { staff: true });
  const origin = inject("origin");
  const call = async <T>(method: string, path: string, data?: object): Promise<T> => {
    const answer = await page.request.fetch(path, { method, data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.text()) ? ((await answer.json()) as T) : (undefined as T);
  };
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  const ends = at(7);
  const { id } = await call<{ id: string }>("POST", "/api/console/activities", {
    kind: "salon",
    title: { "zh-CN": "问卷旅程沙龙", en: "Survey journey" },
    summary: { "zh-CN": "用来试问卷。" },
    description: { "zh-CN": "用来试问卷。" },
    venue: { "zh-CN": "西安" },
    chains: ["titanium"],
    startsAt: at(-3600),
    endsAt: ends,
    registrationClosesAt: ends,
    capacity: 5,
  });
  await call("POST", `/api/console/activities/${id}/publish`, { version: 1 });
  const email = "survey-journey@example.com";
  const guest = { name: "问客", organisation: "示例大学", email, consent: true };
  await call("POST", `/api/activities/${id}/registrations`, guest);
  const { items } = await call<{ items: { person: string }[] }>("GET", `/api/console/activities/${id}/registrations`);
  const scan = { id: "01kdaftermath0000000000000".slice(0, 26), do: "enter", at: at(0), way: "search", letIn: true };
  await call("POST", `/api/door/${id}/scans`, { device: "东门", actions: [{ ...scan, person: items[0]?.person }] });
  await page.goto(`/console/activities/${id}/survey`);
  await page.getByRole("button", { name: "开放问卷" }).first().waitFor();
  await looksRight(page, tour, "survey-form");
  await new Promise((done) => setTimeout(done, Math.max(0, Date.parse(ends) - Date.now()) + 200));
  await page.getByRole("button", { name: "开放问卷" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "开放问卷" }).click();
  const mail = await awaitMail(origin, email, /请评价/);
  const link = /\/forms\/survey\/[\w.-]+/.exec(mail.text ?? "")?.[0] ?? "";
  const person = await open(tour, { script: false });
  await person.goto(link);
  await looksRight(person, tour, "survey");
  await person.getByRole("button", { name: "提交" }).click();
  await person.locator(".error-summary").waitFor();
  await person.getByLabel("5 · 很满意").check();
  await person.getByRole("button", { name: "提交" }).click();
  await person.getByText("谢谢，已收到您的回答。").waitFor();
  await person.goto(link);
  await person.getByText("您已经填写过这份问卷").waitFor();
  await page.reload();
  await page.getByText("1 人收到，1 人填写。").waitFor();
  await looksRight(page, tour, "survey-results");
  await page.goto(`/console/activities/${id}/outcome`);
  await page.getByRole("heading", { name: "按单位类型" }).waitFor();
  await looksRight(page, tour, "outcome");
  await page.goto(`/console/activities/${id}/guests`);
  await page.getByRole("button", { name: "查看会邀请谁" }).waitFor();
  await page.getByLabel("光子", { exact: true }).waitFor();
  await looksRight(page, tour, "guests");
});
