import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff } from "../../../../tests/support/embedded.ts";
import { codeOf, readPdf } from "../../../../tests/support/pdf.ts";
import { cancelRegistration } from "../activity/index.ts";
import { attendanceFigures, attendanceWorkbook, listAttendance } from "./attendance.ts";
import { printBadges } from "./badges.ts";
import { printAttendance, verifyCertificate } from "./certificate.ts";
import { printDoorList } from "./door-list.ts";
import { syncScans } from "./sync-scans.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const day = 86_400_000;
let n = 0;

const letIn = (activityId: string, code: string, more = {}) =>
  syncScans(organiser(), {
    activityId,
    device: "东门",
    actions: [
      {
        id: `01kd${String(++n).padStart(22, "0")}`,
        do: "enter",
        code,
        at: world.clock.now.toISOString(),
        way: "camera",
        letIn: true,
        ...more,
      },
    ],
  });

describe("attendance", () => {
  it("says who came and who did not, and counts them", async () => {
    const activityId = await publishedActivity(world, 5);
    const came = await ticketHolder(world, activityId, "来者");
    await ticketHolder(world, activityId, "=缺席");
    await letIn(activityId, came.code);
    const of = async (attended?: "came" | "absent") =>
      (await listAttendance(organiser(), { activityId, attended })).items.map(({ name }) => name);
    expect(await of("came")).toEqual(["来者"]);
    expect(await of("absent")).toEqual(["=缺席"]);
    expect(await of()).toHaveLength(2);
    expect(await attendanceFigures(organiser(), { activityId })).toEqual({ seats: 2, came: 1, absent: 1, reports: 0 });
    const { bytes } = await attendanceWorkbook(organiser(), { activityId, attended: "absent" });
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toContain(">=缺席<");
    expect(sheet).not.toContain("来者");
  });
});

describe("badges", () => {
  it("stand eight on a sheet, with rare characters and the ticket's code", async () => {
    const activityId = await publishedActivity(world, 20);
    const one = await ticketHolder(world, activityId, "喆囍·㛃");
    const alone = await printBadges(organiser(), { activityId });
    expect(codeOf(alone.bytes)).toBe(one.code);
    for (let i = 0; i < 8; i++) await ticketHolder(world, activityId, `人${i}`);
    const { pages, text } = await readPdf((await printBadges(organiser(), { activityId })).bytes);
    expect(pages).toBe(2);
    expect(text).toContain("喆囍·㛃");
    const part = await printBadges(organiser(), { activityId, limit: 4 });
    expect(part).toMatchObject({ badges: 4, cursor: expect.any(String) });
  });
});

describe("a certificate of attendance", () => {
  it("is for who came, once it is over; its code shows what stands on it and nothing else", async () => {
    const activityId = await publishedActivity(world, 5);
    const [came, absent] = [await ticketHolder(world, activityId, "来者"), await ticketHolder(world, activityId, "缺席")];
    await letIn(activityId, came.code);
    const print = (token: string) => printAttendance(world.ctx(anyone), { token, locale: "zh-CN" });
    await expect(print(came.token)).rejects.toMatchObject({ reason: "certificate.not-over" });
    world.clock.advance(12 * day);
    await expect(print(absent.token)).rejects.toMatchObject({ reason: "certificate.not-attended" });
    const { bytes } = await print(came.token);
    expect((await readPdf(bytes)).text).toContain("来者");
    const code = codeOf(bytes).split("/certificates/")[1] ?? "";
    const shown = await verifyCertificate(world.ctx(anyone), { code });
    expect(new Set(Object.keys(shown))).toEqual(
      new Set(["activity", "endsAt", "name", "organisation", "startsAt", "timeZone", "venue"]),
    );
    expect(shown.name).toBe("来者");

    const forged = `${code.slice(0, -1)}${code.endsWith("A") ? "B" : "A"}`;
    const others = `${activityId}.${absent.person}.${code.split(".")[2]}`;
    for (const wrong of [forged, others, "", "a.b", `${code}.x`])
      await expect(verifyCertificate(world.ctx(anyone), { code: wrong })).rejects.toMatchObject({
        reason: "certificate.unknown",
      });
    await letIn(activityId, "", { do: "undo", code: undefined, person: came.person });
    await expect(verifyCertificate(world.ctx(anyone), { code })).rejects.toMatchObject({ reason: "certificate.unknown" });
  });
});

describe("the list for the door", () => {
  it("stands by the sound of the names, with the activity's name and the number on each page, and empty lines at its end", async () => {
    const activityId = await publishedActivity(world, 60);
    for (const name of ["赵一", "单丹", "沈㛃喆", "Adam Shi", "曾国"]) await ticketHolder(world, activityId, name);
    for (let i = 0; i < 30; i++)
      await ticketHolder(world, activityId, `王${String(i).padStart(2, "0")}`, "一家名字很长的示例科技发展有限公司");
    const { bytes, people, parts } = await printDoorList(organiser(), { activityId });
    const { pages, text, title } = await readPdf(bytes);
    expect({ pages, people, parts }).toEqual({ pages: 2, people: 35, parts: 1 });
    const order = ["AdamShi", "单丹", "沈㛃喆", "王00", "王29", "曾国", "赵一"].map((name) => text.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order.every((at) => at >= 0)).toBe(true);
    for (const page of ["第1页，共2页", "第2页，共2页"]) expect(text).toContain(page);
    expect(title).toContain("签到名单");
    expect(text).toContain("已确认");
  });

  it("is for organisers and the door, and leaves out who gave up", async () => {
    const activityId = await publishedActivity(world, 5);
    const gone = await ticketHolder(world, activityId, "走了");
    await cancelRegistration(world.ctx(anyone), { token: gone.token });
    const { bytes, people } = await printDoorList(world.ctx(staff("check-in")), { activityId, locale: "en" });
    expect(people).toBe(0);
    expect((await readPdf(bytes)).text).not.toContain("走了");
    const by = (ctx: ReturnType<typeof organiser>) => printDoorList(ctx, { activityId });
    await expect(by(world.ctx(anyone))).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(by(world.ctx(staff("auditor")))).rejects.toMatchObject({ code: "forbidden" });
  });
});
