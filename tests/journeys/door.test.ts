import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { encode } from "uqr";
import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { asStaff, newDoor, newTicket } from "../support/door-page.ts";
import { eventually } from "../support/host.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const says = {
  "zh-CN": { find: "按姓名查找", letIn: "签到", undo: "撤销", more: "更多", close: "关闭", leave: "退出并清除本机数据" },
  en: {
    find: "Find by name",
    letIn: "Check in",
    undo: "Take back",
    more: "More",
    close: "Close",
    leave: "Sign out and clear this device",
  },
};

/** As a hand-held scanner does. */
async function scan(page: Page, code: string): Promise<string | null> {
  await page.evaluate(() => document.querySelector(".door-answer")?.setAttribute("data-before", ""));
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.locator(".door-answer[data-verdict]:not([data-before])").waitFor();
  return page.locator(".door-answer").getAttribute("data-verdict");
}

/** Opens a door and waits for its list and for what is kept for later. */
async function openDoor(page: Page, activityId: string): Promise<void> {
  await page.goto(`/door/#${activityId}`);
  await page.locator(".door-answer").waitFor();
  await page.locator(".door-kept").waitFor();
}

const entered = async (activityId: string) => (await asStaff<{ entered: number }>(`/api/door/${activityId}`)).entered;

it.each(tours)(
  "a ticket is scanned, found twice, and taken back; somebody is found by how the name sounds ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const activityId = await newDoor(`Door ${tour.locale} ${tour.width}`);
    const [one, two] = [await newTicket(activityId, "欧阳示例"), await newTicket(activityId, "王小明")];
    const page = await open(tour, { staff: true });
    await page.goto("/door/");
    await page.locator(`a[href="#${activityId}"]`).waitFor();
    await looksRight(page, tour, "door-choose");
    await openDoor(page, activityId);
    await looksRight(page, tour, "door-ready");

    expect(await scan(page, one.code)).toBe("entered");
    await page.getByText("欧阳示例").waitFor();
    await looksRight(page, tour, "door-entered");
    expect(await scan(page, one.code)).toBe("double");
    await looksRight(page, tour, "door-double");
    expect(await scan(page, `${two.code.slice(0, -8)}00000000`)).toBe("forged");
    await looksRight(page, tour, "door-forged");
    expect(await entered(activityId)).toBe(1);

    await page.getByRole("button", { name: words.find }).click();
    await page.locator("#door-find").fill("wangxm");
    await page.locator(".door-found strong", { hasText: "王小明" }).waitFor();
    await looksRight(page, tour, "door-find");
    await page.getByRole("listitem").getByRole("button").click();
    await page.locator(".door-answer[data-verdict=entered]").waitFor();
    expect(await entered(activityId)).toBe(2);
    await page.getByRole("button", { name: words.undo }).click();
    await page.locator(".door-answer[data-verdict=undone]").waitFor();
    await eventually(async () => (await entered(activityId)) === 1);

    await page.getByRole("button", { name: words.more }).click();
    await page.locator(".door-reports li").first().waitFor();
    await looksRight(page, tour, "door-menu");
    await page.context().close();
  },
);

it("two devices without a network let the same ticket in; once they are connected, one entry stands and the other is reported", async () => {
  const [tour] = tours;
  const activityId = await newDoor("两台离线设备");
  const { code } = await newTicket(activityId, "示例甲");
  const gone = await newTicket(activityId, "示例乙");
  const devices = [await open(tour, { staff: true }), await open(tour, { staff: true })];
  for (const page of devices) {
    await openDoor(page, activityId);
    await page.context().setOffline(true);
    // From nothing: the page, its scripts and the list are on the device.
    await page.reload();
    await page.locator(".door-answer").waitFor();
  }
  const [east, west] = devices as [Page, Page];
  await fetch(`${inject("origin")}/api/registrations/${gone.token}/cancel`, { method: "POST" });
  const late = await newTicket(activityId, "名单之后");
  expect(await scan(east, code)).toBe("entered");
  expect(await scan(east, code)).toBe("double");
  expect(await scan(west, code)).toBe("entered");
  expect(await scan(west, gone.code)).toBe("entered");
  // Its signature is good, and it is newer than the list.
  expect(await scan(west, late.code)).toBe("new");
  await west.reload();
  await west.locator(".door-answer").waitFor();
  await west.getByText("3 条待同步").waitFor();
  expect(await entered(activityId)).toBe(0);

  for (const page of devices) await page.context().setOffline(false);
  for (const page of devices) await page.getByText(/待同步/).waitFor({ state: "detached" });
  expect(await entered(activityId)).toBe(2);
  const { items } = await asStaff<{ items: { outcome: string; letIn: boolean; name: string }[] }>(
    `/api/door/${activityId}/reports`,
  );
  const told = items.map(({ outcome, letIn, name }) => `${outcome} ${letIn} ${name}`).sort((a, b) => (a < b ? -1 : 1));
  expect(told).toEqual(["cancelled true 示例乙", "double false 示例甲", "double true 示例甲"]);
  // Whoever let in too many is told on the device itself.
  await west.getByText("服务器的核对结果").waitFor();
  for (const page of devices) await page.context().close();
});

it("signing out leaves nothing of the list on the device", async () => {
  const [tour] = tours;
  const activityId = await newDoor("清除本机数据");
  await newTicket(activityId, "示例丙");
  const page = await open(tour, { staff: true });
  await openDoor(page, activityId);
  const left = () =>
    page.evaluate(
      () =>
        new Promise<string>((done, failed) => {
          const request = indexedDB.open("lingxi-door");
          request.onerror = () => failed(request.error);
          request.onsuccess = async () => {
            const db = request.result;
            const all: unknown[] = [];
            for (const store of db.objectStoreNames)
              all.push(
                ...(await new Promise<unknown[]>((read) => {
                  const asked = db.transaction(store).objectStore(store).getAll();
                  asked.onsuccess = () => read(asked.result);
                })),
              );
            db.close();
            done(`${all.length} ${JSON.stringify(all)}`);
          };
        }),
    );
  const before = await left();
  expect(Number(before.split(" ")[0])).toBeGreaterThan(2);
  expect(before).not.toContain("示例丙");
  // The session of the journeys is shared: it must not end here.
  await page.route("**/api/session", (route) => route.fulfill({ status: 204 }));
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "退出并清除本机数据" }).click();
  await page.waitForURL(/console/);
  expect((await left()).split(" ")[0]).toBe("0");
  await page.context().close();
});

it("the camera reads a ticket", async () => {
  const [tour] = tours;
  const activityId = await newDoor("摄像头");
  const { code } = await newTicket(activityId, "示例丁");
  const folder = mkdtempSync(join(tmpdir(), "lingxi-camera-"));
  writeFileSync(join(folder, "ticket.y4m"), pictureOf(code));
  const browser = await openBrowser([
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${join(folder, "ticket.y4m")}`,
  ]);
  try {
    const context = await browser.newContext({
      baseURL: inject("origin"),
      locale: tour.locale,
      viewport: { width: 390, height: 844 },
    });
    const [name = "", value = ""] = inject("session").split("=");
    await context.addCookies([{ name, value, url: inject("origin") }]);
    const page = await context.newPage();
    await openDoor(page, activityId);
    await page.getByRole("button", { name: "打开摄像头" }).click();
    await page.locator(".door-answer[data-verdict=entered]").waitFor({ timeout: 30_000 });
    await page.getByText("示例丁").waitFor();
    await looksRight(page, tour, "door-camera");
    expect(await entered(activityId)).toBe(1);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it("no state of the page has a serious fault", async () => {
  const [tour] = tours;
  const activityId = await newDoor("无障碍");
  const { code } = await newTicket(activityId, "示例戊");
  const page = await open(tour, { staff: true });
  await page.goto("/door/");
  await page.locator(".door-list").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await openDoor(page, activityId);
  expect(await seriousFaults(page)).toEqual([]);
  for (const one of [code, code, "NOTHING.OF.OURS"]) {
    await scan(page, one);
    expect(await seriousFaults(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "按姓名查找" }).click();
  await page.locator("#door-find").fill("示例");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "更多" }).click();
  await page.locator(".door-reports li").first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

/** A film of one picture, 640 by 480, with the code on it as a printed ticket has it. */
function pictureOf(code: string): Buffer {
  const [width, height, module] = [640, 480, 7];
  const { data, size } = encode(code, { border: 4, ecc: "M" });
  const [left, top] = [(width - size * module) >> 1, (height - size * module) >> 1];
  const luma = Buffer.alloc(width * height, 235);
  for (let y = 0; y < size * module; y++)
    for (let x = 0; x < size * module; x++)
      if (data[Math.floor(y / module)]?.[Math.floor(x / module)]) luma[(top + y) * width + left + x] = 16;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
