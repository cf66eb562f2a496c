import { command } from "../platform/command.ts";
import { DomainError, invalidInput } from "../platform/error.ts";
import { locales, say, type Words } from "../platform/text.ts";
import { mailPictureOf, type Picture, pictureFormats, StorePicture, variantsOf } from "./schema.ts";

/** A stored picture, and the Markdown that shows it, in each language. */
export interface StoredPicture {
  readonly picture: Picture;
  readonly markdown: Words;
}

/**
 * Stores a picture for the site: encoded anew in all widths and formats, and once for mails. A picture that nothing comes to use stays in the store and is shown
 * nowhere.
 * @throws DomainError `input.invalid` with what to do about the file
 */
export const storePicture = command({
  input: StorePicture,
  access: ["organiser", "editor"],
  async run(ctx, { file, alt }): Promise<StoredPicture> {
    const { decodePicture } = await import("./decode-picture.ts");
    const decoded = await decodePicture(file);
    if ("refused" in decoded) throw refused(decoded.refused);
    const { width, height } = decoded;
    const id = ctx.newId("pic");
    const src = `/media/${id}-${width}x${height}.webp`;
    for (const format of pictureFormats)
      for (const variant of variantsOf(src, format)) {
        const about = { type: `image/${format}`, cache: "public, max-age=31536000, immutable" };
        await ctx.objects.put("site", variant.path.slice(1), await decoded.variant(variant.width, format), about);
      }
    const picture: Picture = { id, src, width, height, alt };
    const inMail = mailPictureOf(picture);
    const about = { type: "image/jpeg", cache: "public, max-age=31536000, immutable" };
    await ctx.objects.put("site", inMail.src.slice(1), await decoded.variant(inMail.width, "jpeg"), about);
    const [zh, en] = locales.map((locale) => `![${say(alt, locale).replace(/[\\[\]]/g, "\\$&")}](${picture.src})`);
    return { picture, markdown: { "zh-CN": zh ?? "", en: en ?? "" } };
  },
});

const refused = (message: Words) => new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "file", message }] });
