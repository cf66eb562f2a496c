import type { Font } from "fontkit";
import { type Fonts, type Weight, weights } from "./fonts.ts";
import { type Run, runsOf } from "./spacing.ts";

/** One weight of the font, ready to measure and to draw. */
export interface Face {
  readonly bytes: Uint8Array;
  /** The text with a visible box for each character that the font does not have, and without what has no shape. */
  readable(text: string): string;
  /** The runs of a line, each with where it starts, in em. */
  place(line: string): { readonly runs: readonly Placed[]; readonly width: number };
  /** Width in em, with the distances between scripts. */
  measure(text: string): number;
  /** The outline of one line as SVG path data; `x`, `y` is where its baseline starts. */
  outline(text: string, x: number, y: number, size: number): string;
}
export type Placed = Run & { readonly at: number };
export type Faces = Readonly<Record<Weight, Face>>;

const box = "□";
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const shapeless = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/** Twenty megabytes that nobody needs between two requests: kept as long as the memory is not wanted for something else. */
const opened = new WeakMap<Fonts, WeakRef<Faces>>();

/** Opens both weights. The fonts and what reads them are loaded by the first call. */
export async function openFaces(fonts: Fonts): Promise<Faces> {
  const known = opened.get(fonts)?.deref();
  if (known) return known;
  const { create } = await import("fontkit");
  const [regular, bold] = await Promise.all(
    weights.map(async (weight) => {
      const bytes = await fonts.read(weight);
      return faceOf(create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font, bytes);
    }),
  );
  const faces: Faces = { regular, bold } as Faces;
  opened.set(fonts, new WeakRef(faces));
  return faces;
}

function faceOf(font: Font, bytes: Uint8Array): Face {
  const em = font.unitsPerEm;
  const widths = new Map<string, number>();
  const layout = (text: string, features: readonly string[]) => font.layout(text, [...features]);
  const known = (text: string, features: readonly string[]): number => {
    const key = features.length ? `${text}\n${features.join()}` : text;
    let width = widths.get(key);
    if (width === undefined) {
      width = layout(text, features).advanceWidth / em;
      widths.set(key, width);
    }
    return width;
  };
  // Every Han character is one em wide; of all else each piece is measured once.
  const widthOf = ({ text, features }: Run): number =>
    text
      .split(/(\p{Script=Han}+)/u)
      .reduce((sum, part, i) => sum + (i % 2 ? [...part].length : part ? known(part, features) : 0), 0);
  const place = (line: string) => {
    let width = 0;
    const runs = runsOf(line).map((run): Placed => {
      const at = width + run.gap;
      width = at + widthOf(run);
      return { ...run, at };
    });
    return { runs, width };
  };
  return {
    bytes,
    readable: (text) =>
      Array.from(graphemes.segment(text.replace(/[^\S\ufeff]+/g, " ")), ({ segment }) => {
        const shown = segment.replace(shapeless, "");
        return [...shown].every((c) => font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0)) ? shown : box;
      }).join(""),
    place,
    measure: (text) => place(text).width,
    outline(text, x, y, size) {
      const scale = size / em;
      let path = "";
      for (const run of place(text).runs) {
        let at = x + run.at * size;
        const { glyphs, positions } = layout(run.text, run.features);
        for (const [i, glyph] of glyphs.entries()) {
          const { xAdvance, xOffset, yOffset } = positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
          path += glyph.path.transform(scale, 0, 0, -scale, at + xOffset * scale, y - yOffset * scale).toSVG();
          at += xAdvance * scale;
        }
      }
      return path;
    },
  };
}
