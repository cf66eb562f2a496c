import type { Face } from "./face.ts";
import { ink, mark } from "./ink.ts";

export type PictureType = "image/png" | "image/jpeg";

/** A drawing on its way to pixels: SVG without text, since every letter is drawn as its outline and so needs no font where it is rasterised. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** A PNG has few colours; what has a photograph in it should be a JPEG, as a PNG of one is many times larger. */
  readonly type: PictureType;
  /** SVG elements, the lowest first. */
  readonly parts: readonly string[];
  /** A photograph that fills this box, cropped to it. */
  readonly photo?: Readonly<{ bytes: Uint8Array; left: number; top: number; width: number; height: number }>;
}

export interface Drawn {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

export interface Block {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly fill?: string;
}

export const rectangle = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const lettering = (face: Face, lines: readonly string[], { x, y, size, leading, fill = ink.text }: Block): string =>
  `<path fill="${fill}" d="${lines.map((line, i) => face.outline(line, x, y + i * leading, size)).join("")}"/>`;

/** The mark, `side` pixels high and wide. */
export const markAt = (x: number, y: number, side: number, colour: string = ink.accent): string =>
  `<g transform="translate(${x} ${y}) scale(${side / 32})" fill="none" stroke="${colour}" stroke-width="${mark.width}" stroke-linecap="round">${mark.strokes
    .map((d) => `<path d="${d}"/>`)
    .join("")}<circle cx="${mark.dot.x}" cy="${mark.dot.y}" r="${mark.dot.radius}" fill="${colour}" stroke="none"/></g>`;

/** Bytes that a JPEG of ours may have, as far as its quality can bring that about. */
const most = 100_000;

/** The pixels of a picture. The same picture gives the same bytes. */
export async function rasterise({ width, height, type, parts, photo }: Drawing): Promise<Drawn> {
  const { default: sharp } = await import("sharp");
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`,
  );
  let drawn = sharp(svg).flatten({ background: ink.paper });
  if (photo) {
    const { bytes, left, top, ...box } = photo;
    const input = await sharp(bytes)
      .resize({ ...box, fit: "cover", position: "attention" })
      .png({ compressionLevel: 1 })
      .toBuffer();
    drawn = drawn.composite([{ input, left, top }]);
  }
  if (type === "image/png")
    return {
      bytes: await drawn.png({ palette: true, colours: 128, dither: 0, compressionLevel: 9, effort: 7 }).toBuffer(),
      type,
    };
  const whole = await drawn.png({ compressionLevel: 1 }).toBuffer();
  let bytes = whole;
  for (const quality of [84, 76, 66, 54, 40]) {
    bytes = await sharp(whole).jpeg({ quality, chromaSubsampling: "4:4:4", mozjpeg: true }).toBuffer();
    if (bytes.length <= most) break;
  }
  return { bytes, type };
}

/** A photograph cropped to a box of so many pixels, as a JPEG. */
export async function cropPhoto(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  return sharp(bytes)
    .resize({ width: Math.round(width), height: Math.round(height), fit: "cover", position: "attention" })
    .jpeg({ quality: 84 })
    .toBuffer();
}
