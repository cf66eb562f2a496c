import sharp, { type Metadata } from "sharp";
import type { Words } from "../platform/text.ts";

/** More than this is no photograph for a page; it bounds the memory that decoding takes. */
const pixelLimit = 40_000_000;

const widths = [1600, 480] as const;

export interface Encoded {
  /** The widest side to side; the file may be narrower. */
  readonly bound: (typeof widths)[number];
  readonly body: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const refusals = {
  kind: w(
    "只接受 JPEG、PNG 或 WebP 图片，请另存为其中一种格式后再上传。",
    "Only JPEG, PNG and WebP pictures are accepted. Save it in one of these formats and upload it again.",
  ),
  moving: w("不接受动图，请上传静态图片。", "Moving pictures are not accepted. Upload a still one."),
  pixels: w(
    "图片像素太大（最多 4000 万像素），请缩小后再上传。",
    "The picture has too many pixels (at most 40 million). Make it smaller and upload it again.",
  ),
  broken: w(
    "图片打不开，文件可能已损坏。请重新导出后再上传。",
    "The picture cannot be opened; the file may be damaged. Export it again and upload it.",
  ),
};

/** Decodes a picture and encodes it anew as WebP, so that nothing of the file itself is passed on: no metadata, no other content. */
export async function encodePicture(file: Uint8Array): Promise<readonly Encoded[] | { readonly refused: Words }> {
  const kind = kindOf(file);
  if (!kind) return { refused: refusals.kind };
  const open = () => sharp(file, { limitInputPixels: pixelLimit, failOn: "error" });
  let facts: Metadata;
  try {
    // The head alone says how large it is, before a pixel is decoded.
    facts = await sharp(file, { limitInputPixels: false }).metadata();
  } catch {
    return { refused: refusals.broken };
  }
  if (facts.format !== kind) return { refused: refusals.kind };
  if (facts.width * facts.height > pixelLimit) return { refused: refusals.pixels };
  if ((facts.pages ?? 1) > 1 || (kind === "png" && isAnimatedPng(file))) return { refused: refusals.moving };
  try {
    const encoded: Encoded[] = [];
    for (const bound of widths) {
      const { data, info } = await open()
        .autoOrient()
        .resize({ width: bound, height: bound * 3, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      encoded.push({ bound, body: data, width: info.width, height: info.height });
    }
    return encoded;
  } catch {
    return { refused: refusals.broken };
  }
}

/** What the first bytes say; nothing else gets as far as a decoder. */
function kindOf(file: Uint8Array): "jpeg" | "png" | "webp" | undefined {
  const at = (from: number, text: string) => Buffer.from(file.subarray(from, from + text.length)).toString("latin1") === text;
  if (at(0, "\xff\xd8\xff")) return "jpeg";
  if (at(0, "\x89PNG\r\n\x1a\n")) return "png";
  return at(0, "RIFF") && at(8, "WEBP") ? "webp" : undefined;
}

/** An animated PNG says so before its first picture data. */
function isAnimatedPng(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const data = bytes.indexOf("IDAT");
  return bytes.subarray(0, data < 0 ? bytes.length : data).includes("acTL");
}
