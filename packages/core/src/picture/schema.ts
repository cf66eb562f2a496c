import * as z from "zod";
import { labelled, localised } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const altText = labelled(
  localised(200),
  "图片说明",
  "Description of the picture",
  w("写给看不见图片的读者：图上是什么。", "For readers who cannot see the picture: what it shows."),
);

const pictureName = /^\/media\/(pic_[0-9a-z]{26})-(\d{1,4})x(\d{1,5})\.webp$/;
/** As pictures were named when there were two variants only, both WebP. */
const earlierName = /^\/media\/(pic_[0-9a-z]{26})-1600\.webp$/;

/** Widths in which a picture lies in the store, pixels; a narrower picture lies in its own width instead of the larger ones. */
export const pictureWidths = [480, 960, 1600] as const;
/** The better one first, as browsers choose. */
export const pictureFormats = ["avif", "webp"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/**
 * A picture in the site's store. `src` is its largest variant and says which others there are: `/media/<id>-1600x900.webp` lies also as
 * `…-1600x900.avif`, and narrower as `…-1600x900-960.webp`, `…-1600x900-480.avif` and so on, see `variantsOf`.
 */
export const Picture = z.object({
  id: z.string().regex(/^pic_[0-9a-z]{26}$/),
  /** Path on the site. */
  src: z.string().refine((src) => pictureName.test(src) || earlierName.test(src)),
  width: z.int().min(1).max(1600),
  height: z.int().min(1).max(16_000),
  alt: altText,
});
export type Picture = z.infer<typeof Picture>;

/** Width and height of a picture's largest variant, as its path says; nothing for what is not a picture of the store, or was stored before its path said so. */
export function sizeOf(src: string): { width: number; height: number } | undefined {
  const [, , width, height] = pictureName.exec(src) ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : undefined;
}

/** The variants of a picture by its path, the narrowest first; empty where the path does not say. */
export function variantsOf(src: string, format: PictureFormat): { path: string; width: number }[] {
  const size = sizeOf(src);
  if (!size) return [];
  const stem = src.replace(/\.webp$/, "");
  const narrower = pictureWidths.filter((width) => width < size.width);
  return [
    ...narrower.map((width) => ({ path: `${stem}-${width}.${format}`, width })),
    { path: `${stem}.${format}`, width: size.width },
  ];
}

/** What `<source>` elements say, in their order, before an `<img>` of the same `src`. */
export function sourcesOf(picture: Pick<Picture, "src"> & { readonly width?: number }): { type: string; srcset: string }[] {
  const { src, width } = picture;
  const srcset = (variants: { path: string; width: number }[]) => variants.map((v) => `${v.path} ${v.width}w`).join(", ");
  if (earlierName.test(src))
    return width ? [{ type: "image/webp", srcset: `${smallOf(picture)} ${Math.min(480, width)}w, ${src} ${width}w` }] : [];
  return pictureFormats
    .map((format) => ({ type: `image/${format}`, srcset: srcset(variantsOf(src, format)) }))
    .filter((source) => source.srcset);
}

/** Path of the picture's variant for lists: WebP, at most 480 px wide. */
export const smallOf = ({ src }: Pick<Picture, "src">): string =>
  earlierName.test(src) ? src.replace("-1600.webp", "-480.webp") : (variantsOf(src, "webp")[0]?.path ?? src);

/** So wide is a picture in a mail, pixels; twice the column, for fine screens. */
const mailWidth = 1080;

/** The variant of a picture for mails, where formats of the web are not known: JPEG. */
export function mailPictureOf({ src, width, height }: Pick<Picture, "src" | "width" | "height">): {
  src: string;
  width: number;
  height: number;
} {
  const to = Math.min(mailWidth, width);
  return { src: src.replace(/\.webp$/, "-mail.jpg"), width: to, height: Math.round((height * to) / width) };
}

/** At most this many bytes a file: what fits into a function call in the cloud. */
export const uploadLimit = 4_000_000;

const fileWords = {
  missing: w("请选择一个文件。", "Choose a file."),
  large: w("文件不能超过 4 MB，请压缩或缩小后再上传。", "The file is larger than 4 MB. Make it smaller and upload it again."),
};

/** A file as it came. What it is follows from its content, not from its name. */
export const UploadedFile = labelled(
  z
    .instanceof(Uint8Array)
    .refine((file) => file.length > 0, { params: { words: fileWords.missing } })
    .refine((file) => file.length <= uploadLimit, { params: { words: fileWords.large } }),
  "文件",
  "File",
);

export const StorePicture = z.object({ file: UploadedFile, alt: altText });
