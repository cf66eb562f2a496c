import { type Faces, openFaces } from "../platform/paper/face.ts";
import type { Fonts } from "../platform/paper/fonts.ts";
import { ink } from "../platform/paper/ink.ts";
import { balanceLines, breakLines } from "../platform/paper/lines.ts";
import { type Drawn, lettering, markAt, type PictureType, rasterise, rectangle } from "../platform/paper/picture.ts";
import { shareSize } from "../publication/schema.ts";

/** What a picture for sharing says. */
export interface Card {
  /** The programme's name. */
  readonly name: string;
  /** What kind of thing it is. */
  readonly label?: string | undefined;
  readonly title: string;
  /** Short facts, the most telling first. */
  readonly facts: readonly string[];
}

/** Open Graph's 1.91 : 1. Seen at a quarter of its size in a chat, so nothing is smaller than 34. */
const { width, height } = shareSize;
const margin = 72;
const photoWidth = 420;
const band = 14;
const factSize = 34;
/** Where the brand at the top ends. */
const head = 128;

/** Draws a card, with a photograph at its right where there is one. */
export async function drawCard(
  fonts: Fonts,
  card: Card,
  options: { photo?: Uint8Array | undefined; type: PictureType },
): Promise<Drawn> {
  const { photo, type } = options;
  const faces = await openFaces(fonts);
  const { regular, bold } = faces;
  const room = width - margin * 2 - (photo ? photoWidth - 16 : 0);
  const labelled = card.label ? 64 : 0;
  const facts = factLines(faces, card.facts, room);
  const below = height - band - 56 - Math.max(0, facts.length - 1) * 48;
  const high = below - factSize - 14 - head;
  const { lines, size, leading } = title(
    faces,
    card.title,
    room,
    high - labelled - 40,
    photo ? [60, 52, 46, 40] : [80, 70, 60, 52],
  );
  const top = head + (high - labelled - leading * lines.length) / 2;
  return rasterise({
    width,
    height,
    type,
    parts: [
      rectangle(0, 0, width, height, ink.paper),
      ...(photo ? [] : [markAt(width - 500, 104, 520, ink.accentWash)]),
      rectangle(0, height - band, width, band, ink.accent),
      markAt(margin, 54, 52),
      lettering(bold, [bold.readable(card.name)], { x: margin + 68, y: 93, size: 36, leading: 0, fill: ink.accent }),
      ...(card.label
        ? [lettering(bold, [bold.readable(card.label)], { x: margin, y: top + 36, size: 36, leading: 0, fill: ink.accent })]
        : []),
      lettering(bold, lines, { x: margin, y: top + labelled + size * 1.02, size, leading }),
      lettering(regular, facts, { x: margin, y: below, size: factSize, leading: 48, fill: ink.muted }),
    ],
    ...(photo ? { photo: { bytes: photo, left: width - photoWidth, top: 0, width: photoWidth, height: height - band } } : {}),
  });
}

/** The largest size at which the title fits into the room, on three lines or, when it is small, four; else the smallest with an ellipsis. */
function title({ bold }: Faces, text: string, room: number, high: number, sizes: readonly number[]) {
  const shown = bold.readable(text).trim();
  const tried = sizes.map((size) => {
    const leading = Math.round(size * 1.32);
    const most = Math.max(1, Math.min(size > 46 ? 3 : 4, Math.floor(high / leading)));
    return { size, leading, ...balanceLines(shown, { width: room / size, most, words: true, measure: bold.measure }) };
  });
  const longest = Math.max(...shown.split(" ").map(bold.measure));
  // A smaller size may keep a long word whole.
  const fits = ({ cut, size }: (typeof tried)[number]) => !cut && (/\p{Script=Han}/u.test(shown) || longest * size <= room);
  return tried.find(fits) ?? (tried.at(-1) as (typeof tried)[number]);
}

/** The facts on at most two lines, a line ending between two of them; a fact that is longer than a line ends in an ellipsis. */
function factLines({ regular }: Faces, facts: readonly string[], room: number): string[] {
  const measure = regular.measure;
  const width = room / factSize;
  const lines: string[] = [];
  for (const fact of facts) {
    const [shown = ""] = breakLines(regular.readable(fact), { width, most: 1, measure }).lines;
    const last = lines.at(-1);
    const joined = last === undefined ? shown : `${last} · ${shown}`;
    if (last !== undefined && measure(joined) <= width) lines[lines.length - 1] = joined;
    else if (lines.length < 2 && shown) lines.push(shown);
  }
  return lines;
}
