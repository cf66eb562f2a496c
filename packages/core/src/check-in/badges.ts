import * as z from "zod";
import { activityAtDoor, type Holder, listRegistrations, partOf, ticketCode } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Faces } from "../platform/paper/face.ts";
import { ink } from "../platform/paper/ink.ts";
import { breakLines } from "../platform/paper/lines.ts";
import { a4, type Pen, pages } from "../platform/paper/sheet.ts";
import { Locale, Paging } from "../platform/schema.ts";
import { say } from "../platform/text.ts";

/** Two by four on a sheet of A4, 90 by 54 mm each, as name badges are sold. */
const badge = { width: 255.1, height: 153.1, columns: 2, rows: 4 } as const;
const left = (a4.width - badge.width * badge.columns) / 2;
const top = (a4.height - badge.height * badge.rows) / 2;
const aSheet = badge.columns * badge.rows;
const inset = 14;
const codeSide = 64;

interface Badge {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly code: string;
}

/** The largest size at which a text stands in so many lines. */
function fitted(faces: Faces, text: string, weight: "regular" | "bold", width: number, sizes: readonly number[], most: number) {
  const face = faces[weight];
  const shown = face.readable(text);
  const tried = sizes.map((size) => ({ size, ...breakLines(shown, { width: width / size, most, measure: face.measure }) }));
  return tried.find(({ cut }) => !cut) ?? (tried.at(-1) as (typeof tried)[number]);
}

function draw(pen: Pen, { name, organisation, title, code }: Badge, n: number): void {
  const x = left + (n % badge.columns) * badge.width;
  const y = top + Math.floor(n / badge.columns) * badge.height;
  // Where to cut: corners alone, so that a slip of the knife shows no line.
  for (const [cx, cy] of [
    [x, y],
    [x + badge.width, y],
    [x, y + badge.height],
    [x + badge.width, y + badge.height],
  ] as const) {
    pen.rectangle(cx - 4, cy - 0.15, 8, 0.3, ink.muted);
    pen.rectangle(cx - 0.15, cy - 4, 0.3, 8, ink.muted);
  }
  const width = badge.width - inset * 2;
  const about = fitted(pen.faces, title, "regular", width, [9, 8], 1);
  pen.text(about.lines, { x: x + inset, y: y + inset + 9, size: about.size, fill: ink.accent });
  const who = fitted(pen.faces, name, "bold", width, [32, 28, 24, 20, 16], 2);
  pen.text(who.lines, {
    x: x + inset,
    y: y + 44 + who.size * 0.6,
    size: who.size,
    leading: who.size * 1.2,
    weight: "bold",
    tag: "H2",
  });
  const from = fitted(pen.faces, organisation, "regular", width - codeSide - 8, [11, 10, 9], 3);
  const height = from.lines.length * from.size * 1.35;
  pen.text(from.lines, {
    x: x + inset,
    y: y + badge.height - inset - height + from.size,
    size: from.size,
    leading: from.size * 1.35,
    fill: ink.text,
  });
  pen.code(code, x + badge.width - inset - codeSide, y + badge.height - inset - codeSide, codeSide, name);
}

/** Badges of those who hold a seat, eight on a sheet, with the code that the door reads; `cursor` leads to those that did not fit. */
export const printBadges = command({
  input: z.object({
    activityId: z.string().max(40),
    q: z.string().max(100).optional(),
    cursor: Paging.shape.cursor,
    limit: z.coerce.number().int().min(1).max(400).default(400),
    locale: Locale.default("zh-CN"),
  }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { locale, ...asked }): Promise<{ bytes: Uint8Array; title: string; badges: number; cursor?: string }> {
    const [activity, page] = await Promise.all([
      activityAtDoor(ctx, asked.activityId),
      listRegistrations(ctx, { ...asked, status: "confirmed" }),
    ]);
    const title = say(activity.title, locale);
    const all = page.items.map(
      (holder: Holder): Badge => ({ name: holder.name, organisation: holder.organisation, title, code: ticketCode(ctx, holder) }),
    );
    const sheets = Array.from({ length: Math.max(1, Math.ceil(all.length / aSheet)) }, (_, n) =>
      all.slice(n * aSheet, (n + 1) * aSheet),
    );
    const facts = { title, author: "Lingxi", locale, date: activity.updatedAt };
    const bytes = await pages(
      ctx.fonts,
      facts,
      sheets.map((sheet) => (pen: Pen) => {
        for (const [n, one] of sheet.entries()) draw(pen, one, n);
      }),
    );
    return { bytes, title, badges: all.length, ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});
