import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";
import { png } from "../support/png.ts";

const open = visitors();

const says = {
  "zh-CN": {
    add: "新建案例",
    saveDraft: "存为草稿",
    missing: /“摘要（中文）”没有填写/,
    insert: "在中文正文插入图片",
    upload: "上传并使用",
    description: /“图片说明（中文）”没有填写/,
    publish: "发布",
    saveAndPublish: "保存并发布",
    published: /已发布，公众页面/,
    preview: "预览",
    withdraw: "下线",
    withdrawn: /已下线，公众页面/,
    narrow: "手机",
    edit: "编辑",
  },
  en: {
    add: "New case",
    saveDraft: "Save as draft",
    missing: /Summary \(Chinese\): this is missing/,
    insert: "Insert a picture into the Chinese text",
    upload: "Upload and use",
    description: /Description of the picture \(Chinese\): this is missing/,
    publish: "Publish",
    saveAndPublish: "Save and publish",
    published: /Published; the page/,
    preview: "Preview",
    withdraw: "Take away",
    withdrawn: /Taken away; the public page/,
    narrow: "Phone",
    edit: "Edit",
  },
};

it.each(tours)(
  "an organiser writes a case, and the public reads it until it is taken away ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const slug = `journey-of-a-sensor-${tour.locale.toLowerCase()}-${tour.width}`;
    const page = await open(tour, { staff: true });
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.goto("/console/cases");
    await page.getByRole("grid").waitFor();
    await looksRight(page, tour, "console-cases");

    await press(words.add);
    await press(words.saveDraft);
    await page.locator(".error-summary").waitFor();
    await page.locator("[id='f-title-zh-CN']").fill("一只传感器的旅程");
    await page.locator("#f-title-en").fill(`Journey of a sensor: ${tour.locale}, ${tour.width}`);
    await page.locator("[id='f-body-zh-CN']").fill("## 难题\n\n<b>第一段</b>。\n\n第二段。");
    await press(words.saveDraft);
    await page.waitForURL(/\/console\/cases\/cas_/);

    await press(words.publish);
    await page.locator(".error-summary").getByText(words.missing).waitFor();
    await looksRight(page, tour, "console-case-refused");
    await page.locator("[id='f-summary-zh-CN']").fill("换了行业，重新派上用场。");
    await page.locator("[id='f-body-zh-CN']").evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf("第二段");
      area.setSelectionRange(at, at);
    });
    await press(words.insert);
    const dialog = page.getByRole("dialog");
    await dialog
      .locator("input[type=file]")
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(png(800, 400)) });
    await press(words.upload);
    await dialog.locator(".error-summary").getByText(words.description).waitFor();
    await dialog.locator("[id='f-alt-zh-CN']").fill("车间一角");
    await press(words.upload);
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("[id='f-body-zh-CN']").inputValue()).toMatch(
      /。\n\n!\[车间一角\]\(\/media\/pic_\w+-800x400\.webp\)\n\n第二段。$/,
    );

    await press(words.saveAndPublish);
    await page.getByText(words.published).waitFor();
    const places = [
      `/cases/${slug}/`,
      `/en/cases/${slug}/`,
      "/cases/",
      "/feeds/cases.xml",
      "/en/feeds/cases.xml",
      "/sitemap.xml",
    ];
    const read = async (path: string) => {
      const answer = await fetch(`${inject("origin")}${path}`);
      return answer.ok ? answer.text() : "";
    };
    const shows = async (path: string) => {
      const text = await read(path);
      const parts = [...text.matchAll(/<loc>[^<]*(\/sitemaps\/cases[^<]*)<\/loc>/g)];
      return [text, ...(await Promise.all(parts.map(([, part]) => read(part ?? ""))))].some((one) => one.includes(slug));
    };
    await eventually(async () => (await Promise.all(places.map(shows))).every(Boolean), 2000);

    const reader = await open(tour, { script: false });
    await reader.goto(`${tour.base}/cases/`);
    await reader.locator(`a[href="${tour.base}/cases/${slug}/"]`).click();
    await reader.getByText("<b>第一段</b>").waitFor();
    const picture = () =>
      reader.locator(".prose img").evaluate((img: HTMLImageElement) => (img.naturalWidth ? img.currentSrc : ""));
    await expect.poll(picture).toMatch(tour.width === 390 ? /-800x400-480\.avif$/ : /-800x400\.avif$/);
    await looksRight(reader, tour, "case");

    await page.getByRole("link", { name: words.preview, exact: true }).click();
    const preview = page.frameLocator("iframe");
    await preview.getByText("<b>第一段</b>").waitFor();
    await page.getByText(words.narrow, { exact: true }).click();
    // The frame may be made anew meanwhile: what was in it is gone then, and the new one has the same.
    const inPreview = <T>(ask: () => Promise<T>) => expect.poll(() => ask().catch(() => undefined), { timeout: 10_000 });
    await inPreview(() => preview.locator("html").evaluate((html) => html.clientWidth <= 390)).toBe(true);
    const image = preview.locator(".prose img");
    await inPreview(async () => {
      await image.scrollIntoViewIfNeeded({ timeout: 2000 });
      return image.evaluate((img: HTMLImageElement) => img.currentSrc);
    }).toMatch(/\.avif$/);
    await looksRight(page, tour, "console-case-preview");
    await page.getByRole("link", { name: words.edit, exact: true }).click();

    await page.getByRole("button", { name: words.withdraw, exact: true }).click();
    await dialog.getByRole("button", { name: words.withdraw, exact: true }).click();
    await page.getByText(words.withdrawn).waitFor();
    await eventually(async () => (await Promise.all(places.map(shows))).every((shown) => !shown), 2000);
    expect((await reader.reload())?.status()).toBe(404);
  },
);
