import { expect, inject, it } from "vitest";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const both = [tours[0], tours[3]];

const says = {
  "zh-CN": {
    make: "新建批次",
    name: "批次名称",
    gather: "把需求放入本批次",
    put: "放入批次",
    formed: "形成",
    contact: "对接",
    unsolved: "未解决",
    give: "记为未解决",
    classify: "归类",
    save: "保存归类",
    saved: "归类已保存",
    kind: "技术攻关",
    match: "供需匹配",
    listed: /需求已公开/,
    still: "仍在征集，继续公开",
    close: "已解决，或不再征集",
    why: "费用超出预算",
    send: "关闭需求",
  },
  en: {
    make: "New batch",
    name: "Name of the batch",
    gather: "Gather needs in this batch",
    put: "Gather them",
    formed: "Formed",
    contact: "In contact",
    unsolved: "Unsolved",
    give: "Close unsolved",
    classify: "Classify",
    save: "Save",
    saved: "The classification is saved.",
    kind: "A technical problem",
    match: "Matching",
    listed: /Your need is listed/,
    still: "Yes, it still stands",
    close: "It is solved or over",
    why: "Beyond the budget",
    send: "Close the need",
  },
};

it.each(both)(
  "needs are gathered in a batch, moved on the board, classified, confirmed and closed ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const origin = inject("origin");
    const staff = await open({ ...tour, base: "" } as typeof tour, { staff: true });
    const owner = `看板示例公司${tour.width}`;
    const email = `board-${tour.width}@example.com`;
    const enter = async (title: string, to: string) => {
      const form = {
        ...{
          secrecy: "none",
          title,
          problem: "石榴剥粒靠人工，破损率高，旺季招不到人。",
          chain: "vegetables",
          ways: ["service"],
        },
        ...{ region: "xian", organisation: owner, name: "李示例", email: to, locale: tour.locale, consent: true },
      };
      const { id } = (await (await staff.request.post(`${origin}/api/console/demands`, { data: form })).json()) as { id: string };
      const listed = await staff.request.post(`${origin}/api/console/demands/${id}/list`, { data: { version: 1 } });
      expect(listed.status()).toBe(200);
      return id;
    };
    const [first, second] = [`石榴剥粒机械 ${tour.width}`, `石榴分级设备 ${tour.width}`];
    await enter(first, `other-${email}`);
    const id = await enter(second, email);

    await staff.goto("/console/demands/board");
    await staff.getByRole("button", { name: words.make }).click();
    await staff.locator("dialog[open] input").first().fill(`2026 第一批 ${tour.width}`);
    await staff.locator("dialog[open]").getByRole("button", { name: words.make }).click();
    await staff.waitForURL(/batch=bat_/);
    await staff.getByRole("button", { name: words.gather }).click();
    for (const title of [first, second]) await staff.locator("dialog[open] label", { hasText: title }).locator("input").check();
    await looksRight(staff, tour, "console-board-gather");
    await staff.locator("dialog[open]").getByRole("button", { name: words.put }).click();
    const column = (name: string) => staff.getByRole("region", { name, exact: true });
    const card = (name: string, title: string) => column(name).getByRole("listitem").filter({ hasText: title });
    await card(words.formed, first).waitFor();
    await card(words.formed, first).getByRole("combobox").selectOption("in-contact");
    await card(words.contact, first).waitFor();
    await card(words.formed, second).getByRole("button").focus();
    await staff.keyboard.press("Alt+ArrowRight");
    await card(words.contact, second).waitFor();
    if (tour.width > 1000) {
      // Dragged back by its handle.
      await card(words.contact, second).getByRole("button").hover();
      await staff.mouse.down();
      const box = await column(words.formed).boundingBox();
      await staff.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 40, { steps: 5 });
      await staff.mouse.up();
      await card(words.formed, second).waitFor();
    }
    await looksRight(staff, tour, "console-board");
    await card(words.contact, first).getByRole("combobox").selectOption("unsolved");
    await looksRight(staff, tour, "console-board-closing");
    await staff.locator("dialog[open] textarea").first().fill("报价超出预算。");
    await staff.locator("dialog[open] select").selectOption("price");
    await staff.locator("dialog[open]").getByRole("button", { name: words.give }).click();
    await card(words.unsolved, first).waitFor();

    await staff.goto(`/console/demands/${id}`);
    await staff.getByRole("button", { name: words.classify, exact: true }).click();
    await staff.locator("dialog[open] label", { hasText: words.kind }).locator("input").check();
    await staff.locator("dialog[open] label", { hasText: words.match }).locator("input").check();
    await staff.locator("dialog[open]").getByRole("button", { name: words.save }).click();
    await staff.getByText(words.saved).first().waitFor();
    await looksRight(staff, tour, "console-demand-classified");

    const page = await open(tour, { script: false });
    const link =
      /http:\/\/localhost:\d+(\/\S*my\/demands\/\S+)/.exec((await awaitMail(origin, email, words.listed)).text ?? "")?.[1] ?? "";
    await page.goto(link);
    await looksRight(page, tour, "my-demand-review");
    await page.getByRole("button", { name: words.still }).click();
    await page.waitForURL(/saved=1/);
    await page.getByRole("link", { name: words.close }).click();
    await page.locator("[name=state][value=unsolved]").check();
    await page.locator("[name=why]").selectOption({ label: words.why });
    await looksRight(page, tour, "my-demand-close");
    await page.locator("main form button[type=submit]").first().click();
    await page.waitForURL(/saved=1/);
    await page.getByText(words.why).first().waitFor();
  },
);
