import { expect, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, , , deskEn] = tours;
const says = {
  "zh-CN": { blocks: "改用内容块编辑", heading: "小标题", button: "按钮", divider: "分隔线", undo: "撤销", see: "刷新预览" },
  en: {
    blocks: "Edit as blocks",
    heading: "Heading",
    button: "Button",
    divider: "Divider",
    undo: "Undo",
    see: "Refresh the preview",
  },
};

it.each([phone, deskEn])(
  "a message is put together from blocks, in order by keyboard, and seen in every way ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const page = await open(tour, { staff: true });
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const kinds = () =>
      page.locator("#f-blocks [data-row]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));

    await page.goto("/console/campaigns/new");
    await page.locator("[name='subject.zh-CN']").fill(`块编辑 ${tour.width}`);
    await page.locator("[name='body.zh-CN']").fill("{{name}}您好，第一段。");
    await press(words.blocks);
    await page.locator("#f-blocks [data-row='0'] textarea").first().waitFor();
    await press(words.heading);
    await page.locator("[name='blocks.1.text.zh-CN']").fill("本期要点");
    await press(words.divider);
    await press(words.button);
    await page.locator("[name='blocks.3.text.zh-CN']").fill("立即报名");
    await page.locator("[name='blocks.3.href']").fill("/activities/");
    const [first, second] = await kinds();
    await page.locator("#f-blocks .row-list__handle").nth(1).press("Alt+ArrowUp");
    expect((await kinds()).slice(0, 2).map((name) => name?.slice(3))).toEqual([second?.slice(3), first?.slice(3)]);
    await page.getByRole("button", { name: words.undo }).first().click();
    expect(await kinds()).toEqual(expect.arrayContaining([first, second]));
    expect((await kinds())[0]).toBe(first);
    await looksRight(page, tour, "message-blocks");
    expect(await seriousFaults(page)).toEqual([]);

    await page.locator("button[type=submit]").first().click();
    await page.waitForURL(/\/cmp_/);
    await press(words.see);
    const mail = page.frameLocator("iframe.mail-preview");
    await mail.getByText("立即报名").waitFor();
    const ground = () => mail.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await ground()).toBe("rgb(245, 246, 248)");
    await page.locator("[name=look]").selectOption("dark");
    await expect.poll(ground).toBe("rgb(18, 22, 29)");
    await looksRight(page, tour, "message-dark");
    await page.locator("[name=look]").selectOption("narrow");
    await expect.poll(() => mail.locator("body").evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(375);
    await mail.getByText("立即报名").waitFor();
    await looksRight(page, tour, "message-narrow");
    await page.locator("[name=look]").selectOption("text");
    await page.locator("pre.mail-text", { hasText: "## 本期要点" }).waitFor();
    await page.context().close();
  },
);
