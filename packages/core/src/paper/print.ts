import type { Faces } from "../platform/paper/face.ts";
import type { Fonts } from "../platform/paper/fonts.ts";
import { ink } from "../platform/paper/ink.ts";
import { balanceLines, breakLines } from "../platform/paper/lines.ts";
import { a4, onePage, type Pen } from "../platform/paper/sheet.ts";
import type { Words } from "../platform/text.ts";
import type { Fact, Leaf, Said } from "./leaf.ts";
import { heightOf, type Row, rowsOf, type Shown, share, take } from "./rows.ts";
import { dayText } from "./words.ts";

const words = {
  all: { "zh-CN": "本页为节选，全文见", en: "Abridged. The full text is at" },
  web: { "zh-CN": "网页版见", en: "On the web at" },
  code: { "zh-CN": "二维码：{address}", en: "QR code: {address}" },
  updated: { "zh-CN": "内容更新于 {day}", en: "As of {day}" },
  onlyChinese: { "zh-CN": "", en: "Part of this page is available in Chinese only." },
} satisfies Record<string, Words>;

const margin = 48;
const main = { x: margin, width: 346 } as const;
const side = { x: 424, width: a4.width - margin - 424 } as const;
const [top, bottom] = [96, 778] as const;
/** What is read on paper at arm's length; what does not fit at the smallest is cut. */
const sizes = [12, 11.25, 10.5, 10, 9.5, 9] as const;
export const photoBox = { width: side.width, height: (side.width * 2) / 3 } as const;

/** A photograph as JPEG in the proportions of `photoBox`, with its description. */
export interface Photo {
  readonly bytes: Uint8Array;
  readonly alt: string;
}

/** Prints a leaf on one page of A4. */
export function printLeaf(fonts: Fonts, leaf: Leaf, photo?: Photo): Promise<Uint8Array> {
  const { locale, name, title, updatedAt } = leaf;
  return onePage(fonts, { title: title.text, author: name, locale, date: updatedAt }, (pen) => {
    const paper: Paper = { ...pen, cut: false };
    const head = drawHead(paper, leaf);
    const figures = drawFigures(paper, leaf.figures, drawSummary(paper, leaf.summary, head));
    const { sections, size } = fit(pen.faces, leaf, bottom - figures);
    paper.cut ||= sections.some(({ cut }) => cut);
    let y = figures;
    for (const { rows } of sections) y = drawRows(pen, rows, y, size);
    drawSide(paper, leaf, head, photo);
    drawFoot(pen, leaf);
  });
}

/** The page while it is being drawn, which remembers whether anything had to be left out. */
interface Paper extends Pen {
  cut: boolean;
}

/** One text in lines of a width. */
function set(paper: Paper, text: string, size: number, width: number, weight: "regular" | "bold", most = 99): readonly string[] {
  const face = paper.faces[weight];
  const { lines, cut } = breakLines(face.readable(text), { width: width / size, measure: face.measure, most });
  paper.cut ||= cut;
  return lines;
}

const actual = (shown: string, text: string) => (shown === text.replace(/\s+/g, " ") ? undefined : text);

/** Name, kind and title; gives where the text below may start. */
function drawHead(pen: Paper, { name, label, title }: Leaf): number {
  const { faces } = pen;
  pen.mark(margin, 38, 22);
  pen.text([faces.bold.readable(name)], { x: margin + 29, y: 54, size: 12, weight: "bold", fill: ink.accent });
  const kind = faces.regular.readable(label);
  pen.text([kind], { x: a4.width - margin - faces.regular.measure(kind) * 10, y: 53.5, size: 10, fill: ink.muted });
  pen.rectangle(margin, 70, a4.width - margin * 2, 0.75, ink.line);
  const width = a4.width - margin * 2;
  const shown = faces.bold.readable(title.text);
  const tried = [24, 22, 20, 18, 16].map((size) => ({
    size,
    ...balanceLines(shown, { width: width / size, most: size > 18 ? 3 : 4, words: true, measure: faces.bold.measure }),
  }));
  const { lines, size, cut } =
    tried.find((t) => t.lines.length < 3 && !t.cut) ?? tried.find((t) => !t.cut) ?? (tried.at(-1) as (typeof tried)[number]);
  pen.cut ||= cut;
  const leading = size * 1.34;
  pen.text(lines, {
    x: margin,
    y: top + size * 0.95,
    size,
    leading,
    weight: "bold",
    tag: "H1",
    lang: title.lang,
    actual: actual(shown, title.text),
  });
  return top + leading * lines.length + 14;
}

function drawSummary(pen: Paper, summary: Said | undefined, y: number): number {
  if (!summary?.text) return y;
  const size = 11.5;
  const lines = set(pen, summary.text, size, main.width - 14, "regular", 8);
  const leading = size * 1.6;
  pen.rectangle(main.x, y + 2, 3, leading * lines.length, ink.accent, 1.5);
  pen.text(lines, { x: main.x + 14, y: y + size * 1.2, size, leading, lang: summary.lang });
  return y + leading * lines.length + 14;
}

function drawFigures(pen: Paper, all: readonly Fact[], y: number): number {
  const figures = all.slice(0, 4);
  pen.cut ||= all.length > figures.length;
  if (!figures.length) return y;
  const gap = 10;
  const columns = figures.length === 4 ? 2 : figures.length;
  const width = (main.width - gap * (columns - 1)) / columns;
  const boxes = figures.map(({ label, value }) => {
    const { bold } = pen.faces;
    const shown = bold.readable(value);
    const size = Math.max(11, Math.min(20, (width - 24) / Math.max(1, bold.measure(shown))));
    return { label: set(pen, label, 9, width - 24, "regular", 2), value: set(pen, value, size, width - 24, "bold", 1), size };
  });
  const height = 44 + 13 * (Math.max(...boxes.map(({ label }) => label.length)) - 1) + 10;
  for (const [i, box] of boxes.entries()) {
    const [left, upper] = [main.x + (i % columns) * (width + gap), y + Math.floor(i / columns) * (height + gap)];
    pen.rectangle(left, upper, width, height, ink.accentWash, 5);
    pen.text(box.value, { x: left + 12, y: upper + 27, size: box.size, weight: "bold", fill: ink.accent });
    pen.text(box.label, { x: left + 12, y: upper + 43, size: 9, leading: 13, fill: ink.muted });
  }
  return y + Math.ceil(boxes.length / columns) * (height + gap) + 6;
}

/** The largest size at which all sections fit; else the smallest, with what is left out shared fairly. */
function fit(faces: Faces, { sections }: Leaf, height: number): { sections: Shown[]; size: number } {
  for (const size of sizes) {
    const set = sections.map((section) => rowsOf(faces, section, size, main.width));
    if (set.reduce((sum, rows) => sum + heightOf(rows), 0) <= height)
      return { sections: set.map((rows) => ({ rows, cut: false })), size };
  }
  const size = sizes.at(-1) as number;
  const set = sections.map((section) => rowsOf(faces, section, size, main.width));
  const shares = share(set.map(heightOf), height);
  return { sections: set.map((rows, i) => take(faces, rows, shares[i] ?? 0, main.width)), size };
}

function drawRows(pen: Pen, rows: readonly Row[], from: number, size: number): number {
  let y = from;
  for (let i = 0; i < rows.length; ) {
    const first = rows[i] as Row;
    const block = rows.slice(i).filter(({ element }) => element === first.element);
    const style = { size: first.size, weight: first.weight, tag: first.tag, lang: first.lang } as const;
    const baseline = y + first.height - size * 0.5;
    if (first.mark) pen.text([first.mark], { ...style, x: main.x, y: baseline, fill: ink.accent, tag: "P" });
    pen.text(
      block.map(({ text }) => text),
      { ...style, x: main.x + first.indent, y: baseline, leading: size * 1.62, actual: first.actual },
    );
    y += heightOf(block);
    i += block.length;
  }
  return y;
}

/** Photograph, facts, and at the foot where all of it can be read. */
function drawSide(pen: Paper, { facts, address, locale }: Leaf, from: number, photo: Photo | undefined): void {
  let y = from + 2;
  if (photo) {
    pen.photo(photo.bytes, side.x, y, photoBox.width, photoBox.height, photo.alt);
    y += photoBox.height + 16;
  }
  const code = 92;
  const link = set(pen, address, 8, side.width, "regular", 5);
  const foot = bottom - link.length * 12 - 16 - code - 12;
  for (const { label, value } of facts) {
    const lines = set(pen, value, 10, side.width, "regular", 4);
    const above = set(pen, label, 8.5, side.width, "regular", 3);
    const height = above.length * 12.5 + lines.length * 15 + 10;
    if (y + height > foot - 12) {
      pen.cut = true;
      break;
    }
    pen.text(above, { x: side.x, y: y + 9, size: 8.5, leading: 12.5, fill: ink.muted });
    pen.text(lines, { x: side.x, y: y + above.length * 12.5 + 11.5, size: 10, leading: 15 });
    y += height;
  }
  pen.code(address, side.x, foot, code, words.code[locale].replace("{address}", address));
  pen.text([(pen.cut ? words.all : words.web)[locale]], {
    x: side.x,
    y: foot + code + 18,
    size: 9,
    weight: "bold",
    fill: ink.accent,
  });
  pen.text(link, { x: side.x, y: foot + code + 32, size: 8, leading: 12, fill: ink.muted, link: address });
}

function drawFoot(pen: Pen, { name, updatedAt, locale, label, title, summary, sections }: Leaf): void {
  pen.rectangle(margin, 796, a4.width - margin * 2, 0.75, ink.line);
  const day = words.updated[locale].replace("{day}", dayText(updatedAt, locale));
  const { regular } = pen.faces;
  const foreign = [title, summary, ...sections].some((part) => part?.lang);
  const left = foreign ? words.onlyChinese[locale] : `${name} · ${label}`;
  pen.text([regular.readable(left)], { x: margin, y: 812, size: 8.5, fill: ink.muted, tag: foreign ? "P" : "Artifact" });
  pen.text([day], { x: a4.width - margin - regular.measure(day) * 8.5, y: 812, size: 8.5, fill: ink.muted });
}
