import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff } from "../../../../tests/support/embedded.ts";
import { codeOf, readPdf } from "../../../../tests/support/pdf.ts";
import { attendanceFigures, attendanceWorkbook, listAttendance } from "./attendance.ts";
import { printBadges } from "./badges.ts";
import { printAttendance, verifyCertificate } from "./certificate.ts";
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
