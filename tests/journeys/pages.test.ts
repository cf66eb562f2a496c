import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();

const says = {
  "zh-CN": {
    add: "新建页面",
    saveDraft: "存为草稿",
    missing: /“摘要（中文）”没有填写/,
    publish: "发布",
    saveAndPublish: "保存并发布",
    published: /已发布，公众页面/,
    preview: "预览",
    edit: "编辑",
    history: "历史",
    withdraw: "下线",
    withdrawn: /已下线，公众页面/,
    drafts: "没有正在写的页面",
  },
  en: {
    add: "New page",
    saveDraft: "Save as draft",
    missing: /Summary \(Chinese\): this is missing/,
    publish: "Publish",
    saveAndPublish: "Save and publish",
    published: /Published; the page/,
    preview: "Preview",
    edit: "Edit",
    history: "History",
    withdraw: "Take away",
    withdrawn: /Taken away; the public page/,
    drafts: "No drafts",
  },
};

const read = async (path: string) => {
  const answer = await fetch(`${inject("origin")}${path}`);
  return answer.ok ? answer.text() : "";
};

it.each(tours)(
  "an organiser writes a page, puts it at the foot of every page, moves it and takes it away ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const title = `Visiting us: ${tour.locale}, ${tour.width}`;
    const slug = `visiting-us-${tour.locale.toLowerCase()}-${tour.width}`;
    const page = await open(tour, { staff: true });
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.goto("/console/pages?status=draft");
    await page.getByText(words.drafts).waitFor();
    await looksRight(page, tour, "console-pages-empty");

    await press(words.add);
    await page.locator("[id='f-title-zh-CN']").fill(`来访须知 ${tour.locale} ${tour.width}`);
    await page.locator("#f-title-en").fill(title);
    await page.locator("[id='f-body-zh-CN']").fill("## 地址\n\n雁塔区示例路。\n\n## 交通\n\n地铁。\n\n## 时间\n\n工作日。");
    await page
      .locator("[id='f-body-en']")
      .fill("## Where\n\nExample Road.\n\n## How\n\nBy metro.\n\n## When\n\nOn working days.");
    await press(words.saveDraft);
    await page.waitForURL(/\/console\/pages\/pag_/);
    await press(words.publish);
    await page.locator(".error-summary").getByText(words.missing).waitFor();
    await page.locator("[id='f-summary-zh-CN']").fill("怎么来，什么时候来。");
    await page.locator("#f-summary-en").fill("How to come, and when.");
    await page.locator("#f-footer").selectOption("9");
    await looksRight(page, tour, "console-page");

    await page.getByRole("link", { name: words.preview, exact: true }).click();
    const preview = page.frameLocator("iframe");
    await preview.locator(`footer a[href$="/pages/${slug}/"]`).waitFor();
    await page.getByRole("link", { name: words.edit, exact: true }).click();

    await press(words.saveAndPublish);
    await page.getByText(words.published).waitFor();
    const shows = async (path: string, what = `/pages/${slug}/`) => (await read(path)).includes(what);
    const places = ["/", "/en/", "/cases/", "/policy/", `/pages/${slug}/`, `/en/pages/${slug}/`];
    await eventually(async () => (await Promise.all(places.map((path) => shows(path)))).every(Boolean), 10_000);
    await eventually(() => shows(`/find?q=${encodeURIComponent("来访须知")}`), 10_000);
    const map = await read("/sitemap.xml");
    const parts = map.match(/\/sitemaps\/pages-\d{4}-\d{2}\.xml/g) ?? [];
    expect((await Promise.all(parts.map((part) => shows(part)))).filter(Boolean)).toHaveLength(1);
    expect((await fetch(`${inject("origin")}/share/pages/${slug}.en.png`)).status).toBe(200);

    const reader = await open(tour, { script: false });
    await reader.goto(`${tour.base}/cases/`);
    await reader.locator(`footer a[href="${tour.base}/pages/${slug}/"]`).click();
    await reader.getByRole("heading", { level: 1 }).waitFor();
    await looksRight(reader, tour, "page");

    await page.locator("#f-slug").fill(`${slug}-new`);
    await press(words.saveAndPublish);
    await page.getByText(words.published).waitFor();
    await eventually(async () => (await read("/")).includes(`/pages/${slug}-new/`), 10_000);
    const former = () => fetch(`${inject("origin")}/pages/${slug}/`, { redirect: "manual" });
    await eventually(async () => (await former()).headers.get("location") === `/pages/${slug}-new/`, 10_000);
    expect((await former()).status).toBe(301);
    const drawn = await fetch(`${inject("origin")}/share/pages/${slug}.en.png`, { redirect: "manual" });
    expect([drawn.status, drawn.headers.get("location")]).toEqual([301, `/share/pages/${slug}-new.en.png`]);

    await page.getByRole("link", { name: words.history, exact: true }).click();
    await page.locator(".history__one").nth(4).waitFor();
    await looksRight(page, tour, "console-page-history");

    await page.getByRole("button", { name: words.withdraw, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: words.withdraw, exact: true }).click();
    await page.getByText(words.withdrawn).waitFor();
    await eventually(
      async () => !(await shows("/", slug)) && !(await shows(`/find?q=${encodeURIComponent("来访须知")}`, slug)),
      4000,
    );
    expect((await fetch(`${inject("origin")}/pages/${slug}-new/`)).status).toBe(404);
    expect((await fetch(`${inject("origin")}/pages/${slug}/`)).status).toBe(404);
  },
);
