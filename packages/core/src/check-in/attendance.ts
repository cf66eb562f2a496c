import * as z from "zod";
import { activityAtDoor, listRegistrations, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { Listing, Narrow } from "../platform/listing.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Locale } from "../platform/schema.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { type Cell, workbook } from "../platform/xlsx.ts";
import { Counts, Entries } from "./entity.ts";
import type { Way } from "./schema.ts";

/** Somebody who had a seat, and whether they came. */
export interface AttendanceRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly came: boolean;
  readonly at?: string | undefined;
  readonly device?: string | undefined;
  readonly way?: Way | undefined;
}

const Asked = Listing.omit({ order: true }).extend({
  activityId: z.string().max(40),
  attended: Narrow(z.enum(["came", "absent"])),
});

async function withEntries(ctx: Ctx, input: z.output<typeof Asked>): Promise<{ items: AttendanceRow[]; cursor?: string }> {
  const { attended, ...asked } = input;
  const ahead = readingAhead(ctx, `attendance ${JSON.stringify(asked)}`);
  const page = await listRegistrations(ahead, { ...asked, status: "confirmed" });
  const keys = page.items.map(({ activityId, person }) => Entries.key({ activityId, person }));
  const items = await ahead.table.getMany(keys);
  const entries = new Map(items.map((item) => [String(item.person), Entries.read(item)]));
  const rows = page.items.map(({ id, person, name, organisation, email, phone }): AttendanceRow => {
    const entry = entries.get(person);
    const facts = { id, person, name, organisation, email, phone };
    if (entry?.status !== "in") return { ...facts, came: false };
    return { ...facts, came: true, at: entry.at, device: entry.device, way: entry.way };
  });
  return { ...page, items: attended ? rows.filter(({ came }) => came === (attended === "came")) : rows };
}

/** Who had a seat and whether they came, in no order that means anything; a page that is narrowed may be shorter than asked for. */
export const listAttendance = command({
  input: Asked,
  access: ["organiser", "check-in", "auditor"],
  scope: partOf,
  run: withEntries,
});

/** How many had a seat, and how many came. */
export const attendanceFigures = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser", "check-in", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<{ seats: number; came: number; absent: number; reports: number }> {
    const [{ taken }, count] = await Promise.all([activityAtDoor(ctx, activityId), Counts.find(ctx, { activityId })]);
    const came = count?.entered ?? 0;
    return { seats: taken, came, absent: Math.max(0, taken - came), reports: count?.reports ?? 0 };
  },
});

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("到场情况 {title}", "Attendance {title}"),
  heads: [
    w("姓名", "Name"),
    w("单位", "Organisation"),
    w("邮箱", "E-mail"),
    w("手机", "Telephone"),
    w("到场", "Came"),
    w("签到时间", "Checked in"),
    w("签到设备", "Device"),
    w("方式", "Way"),
    w("凭证号", "Ticket"),
  ],
  yes: w("是", "yes"),
  no: w("否", "no"),
  camera: w("扫码", "camera"),
  scanner: w("扫码枪", "scanner"),
  search: w("按姓名", "by name"),
};

/** The same as a workbook, all that the filters leave. */
export const attendanceWorkbook = command({
  input: Asked.omit({ limit: true, cursor: true }).extend({ locale: Locale.default("zh-CN") }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { locale, ...asked }): Promise<{ title: string; bytes: Uint8Array }> {
    const activity = await activityAtDoor(ctx, asked.activityId);
    const rows: Cell[][] = [];
    let cursor: string | undefined;
    do {
      const page = await withEntries(ctx, { ...asked, limit: 500, cursor });
      for (const { name, organisation, email, phone, came, at, device, way, id } of page.items)
        rows.push([
          name,
          organisation,
          email,
          phone,
          (came ? words.yes : words.no)[locale],
          at ? { at } : undefined,
          device,
          way && words[way][locale],
          id,
        ]);
      cursor = page.cursor;
    } while (cursor);
    const title = fill(words.title[locale], { title: say(activity.title, locale) });
    const heads = words.heads.map((one) => one[locale]);
    return { title, bytes: await workbook(title, heads, rows, activity.timeZone) };
  },
});
