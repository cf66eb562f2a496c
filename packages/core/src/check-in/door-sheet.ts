import type { RegistrationStatus } from "../activity/schema.ts";
import type { Face } from "../platform/paper/face.ts";
import type { Fonts } from "../platform/paper/fonts.ts";
import { ink } from "../platform/paper/ink.ts";
import { breakLines } from "../platform/paper/lines.ts";
import { a4, type Pen, pages } from "../platform/paper/sheet.ts";
import { fill, type Locale, type Localised, say, type Words } from "../platform/text.ts";
import { formatRange, formatTime } from "../platform/time.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("签到名单", "Door list"),
  people: w("共 {n} 人，名单截至 {at}", "{n} people, as of {at}"),
  page: w("第 {n} 页，共 {all} 页", "Page {n} of {all}"),
  name: w("姓名", "Name"),
  organisation: w("单位", "Organisation"),
  ticket: w("票种", "Ticket type"),
  state: w("状态", "Seat"),
  sign: w("签名", "Signature"),
  confirmed: w("已确认", "Confirmed"),
  offered: w("待确认", "Offered"),
  waitlisted: w("候补", "Waiting"),
  requested: w("待审核", "Not decided"),
} as const;

interface Row {
  readonly name: string;
  readonly organisation: string;
  readonly ticket: string;
  readonly status: RegistrationStatus;
}

export interface DoorSheet {
  readonly activity: { readonly title: Localised; readonly startsAt: string; readonly endsAt: string; readonly timeZone: string };
  readonly locale: Locale;
  readonly now: string;
  /** On all parts of the list together, and the number of the first row of this one. */
  readonly people: number;
  readonly first: number;
  readonly rows: readonly Row[];
  /** Leaves empty lines at the end, for those who are on no list. */
  readonly unannounced: boolean;
}

const margin = 36;
const top = 104;
const rowHeight = 29;
const aPage = Math.floor((a4.height - top - 48) / rowHeight);
const gap = 6;

/** Where each column begins and how wide it is; the box to sign has what is left. */
const columns = {
  number: { x: margin, width: 32 },
  name: { x: margin + 32, width: 118 },
  organisation: { x: margin + 150, width: 160 },
  ticket: { x: margin + 310, width: 80 },
  state: { x: margin + 390, width: 52 },
  sign: { x: margin + 442, width: a4.width - 2 * margin - 442 },
} as const;
const width = a4.width - margin * 2;

/** A text in a cell: as large as it fits in so many lines, in the middle of the row. */
function cell(pen: Pen, text: string, of: keyof typeof columns, y: number, style: { size: number; lines: number; bold?: true }) {
  const weight = style.bold ? "bold" : "regular";
  const face: Face = pen.faces[weight];
  const shown = face.readable(text);
  if (!shown) return;
  const { x, width } = columns[of];
  const tried = [style.size, style.size - 1.5, style.size - 3].map((size) => ({
    size,
    ...breakLines(shown, { width: (width - gap) / size, most: style.lines, measure: face.measure }),
  }));
  const { size, lines } = tried.find(({ cut }) => !cut) ?? (tried.at(-1) as (typeof tried)[number]);
  const leading = size * 1.2;
  const baseline = y + rowHeight / 2 + size * 0.36 - ((lines.length - 1) * leading) / 2;
  pen.text(lines, { x, y: baseline, size, leading, weight, ...(text === shown ? {} : { actual: text }) });
}

function box(pen: Pen, y: number) {
  const { x, width } = columns.sign;
  const [left, upper, height] = [x, y + 3.5, rowHeight - 7];
  for (const at of [upper, upper + height]) pen.rectangle(left, at, width, 0.6, ink.muted);
  for (const at of [left, left + width - 0.6]) pen.rectangle(at, upper, 0.6, height, ink.muted);
}

/** Prints a part of the list, with the activity's name and the page's number on each page. */
export function printDoorSheet(fonts: Fonts, sheet: DoorSheet): Promise<Uint8Array> {
  const { activity, locale, now, people, first, rows, unannounced } = sheet;
  const t = (text: Words, params: Record<string, string | number> = {}) => fill(text[locale], params);
  const about = say(activity.title, locale);
  // To the foot of the page; on a page of their own where fewer than three would be left.
  const left = aPage - (rows.length % aPage);
  const empty = unannounced ? (left < 3 ? left + aPage : left) : 0;
  const lines: readonly (Row | undefined)[] = [...rows, ...Array(empty).fill(undefined)];
  const all = Math.max(1, Math.ceil(lines.length / aPage));

  const page = (n: number) => (pen: Pen) => {
    const { regular, bold } = pen.faces;
    const line = (text: string, face: Face, size: number, room = width) =>
      breakLines(face.readable(text), { width: room / size, most: 1, measure: face.measure }).lines;
    pen.text(line(about, bold, 15), { x: margin, y: 46, size: 15, weight: "bold", tag: n ? "Artifact" : "H1" });
    const when = formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone);
    const count = t(words.people, { n: people, at: formatTime(now, locale, activity.timeZone) });
    const under = [`${t(words.title)}  ${when}`, count].flatMap((text) => line(text, regular, 9.5));
    pen.text(under, { x: margin, y: 64, size: 9.5, leading: 13.5, fill: ink.muted, tag: n ? "Artifact" : "P" });
    for (const name of ["name", "organisation", "ticket", "state", "sign"] as const)
      pen.text(line(t(words[name]), bold, 9.5, columns[name].width), {
        x: columns[name].x,
        y: top - 10,
        size: 9.5,
        weight: "bold",
        fill: ink.accent,
        tag: n ? "Artifact" : "P",
      });
    pen.rectangle(margin, top - 3, width, 0.8, ink.accent);
    for (const [i, row] of lines.slice(n * aPage, (n + 1) * aPage).entries()) {
      const y = top + i * rowHeight;
      if (row) {
        cell(pen, String(first + n * aPage + i), "number", y, { size: 9, lines: 1 });
        cell(pen, row.name, "name", y, { size: 12.5, lines: 2, bold: true });
        cell(pen, row.organisation, "organisation", y, { size: 9.5, lines: 2 });
        cell(pen, row.ticket, "ticket", y, { size: 9.5, lines: 2 });
        const state = row.status as Exclude<RegistrationStatus, "cancelled" | "refused">;
        cell(pen, t(words[state]), "state", y, { size: 9.5, lines: 1 });
      }
      box(pen, y);
      pen.rectangle(margin, y + rowHeight - 0.2, width, 0.4, ink.muted);
    }
    const foot = { y: a4.height - 26, size: 9, fill: ink.muted, tag: "Artifact" } as const;
    const number = t(words.page, { n: n + 1, all });
    const wide = regular.measure(number) * foot.size;
    pen.text(line(about, regular, foot.size, width - wide - 20), { ...foot, x: margin });
    pen.text([number], { ...foot, x: a4.width - margin - wide });
  };
  const facts = { title: `${about} ${t(words.title)}`, author: "Lingxi", locale, date: now };
  return pages(
    fonts,
    facts,
    Array.from({ length: all }, (_, n) => page(n)),
  );
}
