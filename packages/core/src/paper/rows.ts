import type { Face, Faces } from "../platform/paper/face.ts";
import type { Weight } from "../platform/paper/fonts.ts";
import { breakLines, endCut } from "../platform/paper/lines.ts";
import type { Locale } from "../platform/text.ts";
import type { Block, Section } from "./leaf.ts";

/** One line of running text as it will be drawn; lengths in points. */
export interface Row {
  readonly text: string;
  readonly mark?: string | undefined;
  readonly size: number;
  readonly weight: Weight;
  readonly indent: number;
  /** Above its baseline, the space before it included. */
  readonly height: number;
  /** Rows of one element share it. */
  readonly element: object;
  readonly tag: "H2" | "H3" | "P" | "LI";
  readonly lang?: Locale | undefined;
  readonly actual?: string | undefined;
}

/** Rows of one section that are shown, and whether some are not. */
export interface Shown {
  readonly rows: readonly Row[];
  readonly cut: boolean;
}

export const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** A section's lines at a size and a width. */
export function rowsOf({ regular, bold }: Faces, { heading, blocks, lang }: Section, size: number, width: number): Row[] {
  const leading = size * 1.62;
  const rows: Row[] = [];
  const add = (face: Face, text: string, before: number, row: Pick<Row, "size" | "weight" | "tag" | "indent" | "mark">) => {
    const shown = face.readable(text);
    const element = {};
    const { lines } = breakLines(shown, { width: (width - row.indent) / row.size, measure: face.measure });
    const actual = shown === text.replace(/\s+/g, " ") ? undefined : text;
    for (const [i, line] of lines.entries())
      rows.push({
        ...row,
        text: line,
        mark: i ? undefined : row.mark,
        height: leading + (i ? 0 : before),
        element,
        lang,
        actual,
      });
  };
  if (heading) add(bold, heading, size * 1.1, { size: size + 1, weight: "bold", tag: "H2", indent: 0 });
  for (const [i, block] of blocks.entries()) {
    if (block.as === "heading") {
      const level = heading ? ({ size, tag: "H3" } as const) : ({ size: size + 1, tag: "H2" } as const);
      add(bold, block.text, size * (i || !heading ? 0.9 : 0.2), { ...level, weight: "bold", indent: 0 });
      continue;
    }
    const before = size * (i ? gapBefore[block.as] : 0.15);
    if (block.as === "paragraph") add(regular, block.text, before, { size, weight: "regular", tag: "P", indent: 0 });
    else {
      const mark = regular.readable(block.mark ?? "•");
      const indent = block.as === "step" ? size * 6 : Math.max(size * 1.2, (regular.measure(mark) + 0.4) * size);
      add(regular, block.text, before, { size, weight: "regular", tag: "LI", indent, mark });
    }
  }
  return rows;
}

const gapBefore: Readonly<Record<Exclude<Block["as"], "heading">, number>> = { paragraph: 0.4, item: 0.2, step: 0.2 };

/** The first rows that fit into a height. What is cut off is shown by an ellipsis; a heading is not left without its text. */
export function take({ regular }: Faces, rows: readonly Row[], height: number, width: number): Shown {
  let [count, used] = [0, 0];
  while (count < rows.length && used + (rows[count]?.height ?? 0) <= height + 0.01) used += rows[count++]?.height ?? 0;
  if (count === rows.length) return { rows, cut: false };
  while (count > 0 && rows[count - 1]?.tag.startsWith("H")) count--;
  const kept = rows.slice(0, count);
  const last = kept.at(-1);
  if (!last) return { rows: [], cut: true };
  const column = { width: (width - last.indent) / last.size, measure: regular.measure };
  const complete = rows[count]?.element !== last.element && regular.measure(`${last.text}…`) <= column.width;
  const text = complete ? `${last.text}…` : endCut(last.text, column);
  return { rows: [...kept.slice(0, -1), { ...last, text, actual: undefined }], cut: true };
}

/** Divides a height among parts that want more than there is: the short ones get all they want, the long ones the same. */
export function share(wanted: readonly number[], height: number): number[] {
  const given = wanted.map(() => 0);
  let [left, waiting] = [height, wanted.map((_, i) => i)];
  while (waiting.length) {
    const each = left / waiting.length;
    const content = waiting.filter((i) => (wanted[i] ?? 0) <= each);
    if (!content.length) {
      for (const i of waiting) given[i] = each;
      return given;
    }
    for (const i of content) {
      given[i] = wanted[i] ?? 0;
      left -= given[i];
    }
    waiting = waiting.filter((i) => !content.includes(i));
  }
  return given;
}
