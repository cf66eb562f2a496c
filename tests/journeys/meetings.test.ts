import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { asStaff, newTicket } from "../support/door-page.ts";
import { eventually } from "../support/host.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();
const says = {
  "zh-CN": {
    title: "会面",
    setup: "会面设置",
    save: "保存设置",
    saveProfile: "保存会面资料",
    find: "找人会面",
    ask: "邀约会面",
    accept: "同意会面",
    cancel: "取消会面",
    all: "安排全部会面",
    publish: "发布日程",
    repair: "调整已发布的日程",
    published: "已发布的日程",
  },
  en: {
    title: "Meetings",
    setup: "Meeting setup",
    save: "Save",
    saveProfile: "Save my profile",
    find: "Find people",
    ask: "Invite",
    accept: "Accept",
    cancel: "Cancel the meeting",
    all: "Schedule all",
    publish: "Publish",
    repair: "Repair the published schedule",
    published: "Published schedule",
  },
};

/** A published matchmaking activity in some days. */
async function newActivity(title: string): Promise<string> {
  const at = (hours: number) =>
    new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 9 * 86_400_000 + hours * 3_600_000).toISOString();
  const { id } = await asStaff<{ id: string }>("/api/console/activities", {
    kind: "matchmaking",
    title: { "zh-CN": title, en: title },
    summary: { "zh-CN": "一对一会面。" },
    description: { "zh-CN": "带着问题来。" },
    venue: { "zh-CN": "西安示例会议中心", en: "Example Centre, Xi'an" },
    chains: ["titanium"],
    startsAt: at(0),
    endsAt: at(3),
    registrationClosesAt: at(0),
    capacity: 50,
  });
  await asStaff(`/api/console/activities/${id}/publish`, { version: 1 });
  return id;
}

it.each(tours.filter(({ width, locale }) => (width === 390) === (locale === "zh-CN")))(
  "two agree to meet, the organiser schedules and publishes, one cancels, the rest stays ($locale, $width px)",
  async (tour: Tour) => {
    const words = says[tour.locale];
    const activityId = await newActivity(`会面之行 ${tour.locale}`);
    const desk = await open(tour, { staff: true });
    await desk.goto("/console/meetings");
    await looksRight(desk, tour, "meetings-list");
    await desk.goto(`/console/meetings/${activityId}`);
    await desk.getByRole("link", { name: words.setup }).click();
    await desk.locator("#f-tables-0-name").waitFor();
    await looksRight(desk, tour, "meetings-setup");
    await desk.getByRole("button", { name: words.save, exact: true }).click();
    await desk.getByRole("button", { name: words.all }).waitFor();

    const names = ["欧阳示例甲", "司马示例乙", "诸葛示例丙"];
    const guests = [];
    for (const [n, name] of names.entries()) {
      const { token } = await newTicket(activityId, name);
      // What people fill in works without a script.
      const page = await open(tour, { script: false });
      const address = `${tour.base}/my/meetings/${token}`;
      await page.goto(`${tour.base}/my/registrations/${token}`);
      await page.locator(`a[href="${address}"]`).click();
      await page.locator("textarea[name=brings]").fill(["钛合金薄壁件加工，良率高", "资金与渠道", "苹果分选线"][n] ?? "");
      await page.locator("textarea[name=seeks]").fill(["资金", "钛合金薄壁件加工", ""][n] ?? "");
      if (n === 0) await looksRight(page, tour, "meetings-profile");
      await page.getByRole("button", { name: words.saveProfile }).click();
      expect(await page.locator("[aria-invalid]").count()).toBe(1);
      await page.locator("input[name=consent]").check();
      await page.getByRole("button", { name: words.saveProfile }).click();
      await page.getByRole("link", { name: words.find }).waitFor();
      guests.push({ page, address });
    }
    const [one, two, three] = guests as [(typeof guests)[0], (typeof guests)[0], (typeof guests)[0]];
    await one.page.goto(`${one.address}/people`);
    await looksRight(one.page, tour, "meetings-people");
    const looking = await open(tour);
    await looking.goto(`${one.address}/people`);
    expect(await seriousFaults(looking)).toEqual([]);
    await one.page.getByRole("button", { name: words.ask }).first().click();
    await one.page.goto(`${one.address}/people?q=${encodeURIComponent("苹果")}`);
    await one.page.getByRole("button", { name: words.ask }).click();
    for (const { page, address } of [two, three]) {
      await page.goto(address);
      if (page === two.page) await looksRight(page, tour, "meetings-waiting");
      await page.getByRole("button", { name: words.accept }).click();
      await page.getByRole("button", { name: words.cancel }).waitFor();
    }

    await desk.getByRole("button", { name: words.all }).click();
    await desk.getByRole("button", { name: words.publish, exact: true }).waitFor();
    await looksRight(desk, tour, "meetings-draft");
    await desk.getByRole("button", { name: words.publish, exact: true }).click();
    const published = desk.getByRole("region", { name: words.published }).first();
    await eventually(async () => (await published.getByRole("row").count()) === 3);
    await looksRight(desk, tour, "meetings-published");

    await one.page.goto(one.address);
    await looksRight(one.page, tour, "meetings-agenda");
    await looking.goto(one.address);
    expect(await seriousFaults(looking)).toEqual([]);
    const ics = await fetch(`${inject("origin")}${one.address}/agenda.ics`);
    expect((await ics.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    await two.page.goto(two.address);
    await two.page.getByRole("button", { name: words.cancel }).click();
    await desk.reload();
    await eventually(async () => (await published.getByRole("row").count()) === 2);
    await desk.getByRole("button", { name: words.repair }).click();
    await desk.getByRole("button", { name: words.publish, exact: true }).waitFor();
    await looksRight(desk, tour, "meetings-repair");
    await desk.getByRole("button", { name: words.publish, exact: true }).click();
    await one.page.goto(one.address);
    expect(await (await fetch(`${inject("origin")}${one.address}/agenda.ics`)).text()).toMatch(
      /STATUS:CANCELLED[\s\S]*|SEQUENCE:1/,
    );

    const { board } = await asStaff<{ board: string }>(`/api/console/meetings/${activityId}`);
    const hall = await open(tour, { script: false });
    await hall.goto(`${tour.base}/boards/${board}`);
    await looksRight(hall, tour, "meetings-board");
    await desk.goto(`/console/meetings/${activityId}/people`);
    await desk
      .getByText(names[0] ?? "")
      .first()
      .waitFor();
    await looksRight(desk, tour, "meetings-desk-people");
    for (const path of ["", "/setup"]) {
      await desk.goto(`/console/meetings/${activityId}${path}`);
      await desk.locator("h1").waitFor();
      expect(await seriousFaults(desk), path).toEqual([]);
    }
    for (const page of [desk, hall, looking, ...guests.map((guest) => guest.page)]) await page.context().close();
  },
);
