import sharp, { type Metadata, type Sharp } from "sharp";
import type { Words } from "../platform/text.ts";
import { type PictureFormat, pictureWidths } from "./schema.ts";

/** More than this is no photograph for a page; it bounds the memory that decoding takes. */
const pixelLimit = 40_000_000;

const widest = Math.max(...pictureWidths);
/** A long infographic keeps this many times its width. */
const tallest = 3;

/** A picture that has been decoded, and gives the file of each of its variants. */
export interface Decoded {
  /** Of the largest variant. */
  readonly width: number;
  readonly height: number;
  variant(width: number, format: PictureFormat | "jpeg"): Promise<Uint8Array>;
}

/** AVIF by effort 1 takes twice as long as WebP and is a third smaller on drawings; by effort 4 it takes twenty times as long, for little. */
const encoders: Readonly<Record<PictureFormat | "jpeg", (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 56, effort: 1, chromaSubsampling: "4:2:0" }),
  webp: (picture) => picture.webp({ quality: 82 }),
  // What was clear is white, as a mail's ground is where it is light.
  jpeg: (picture) => picture.flatten({ background: "#ffffff" }).jpeg({ quality: 82 }),
};

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

/** Decodes a picture, to be encoded anew, so that nothing of the file itself is passed on: no metadata, no other content. */
export async function decodePicture(file: Uint8Array): Promise<Decoded | { readonly refused: Words }> {
  const kind = kindOf(file);
  if (!kind) return { refused: refusals.kind };
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
    return await decode(file);
  } catch {
    return { refused: refusals.broken };
  }
}

/** Decodes once, to the largest width; the others are made from that. */
async function decode(file: Uint8Array): Promise<Decoded> {
  const { data, info } = await sharp(file, { limitInputPixels: pixelLimit, failOn: "error" })
    .autoOrient()
    .toColourspace("srgb")
    .resize({ width: widest, height: widest * tallest, fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return {
    width,
    height,
    variant: (to, format) => encoders[format](sharp(data, { raw: { width, height, channels } }).resize({ width: to })).toBuffer(),
  };
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
