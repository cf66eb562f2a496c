import { command } from "../platform/command.ts";
import { DomainError, invalidInput } from "../platform/error.ts";
import { locales, say, type Words } from "../platform/text.ts";
import { fileWords, type Picture, StorePicture, uploadLimit } from "./schema.ts";

/** A stored picture, and the Markdown that shows it, in each language. */
export interface StoredPicture {
  readonly picture: Picture;
  readonly markdown: Words;
}

/**
 * Stores a picture for the site: re-encoded, at most 1600 px wide and, for lists, 480 px. A picture that no case comes to use stays in
 * the store and is shown nowhere.
 * @throws DomainError `input.invalid` with what to do about the file
 */
export const storePicture = command({
  input: StorePicture,
  access: ["organiser", "editor"],
  async run(ctx, { file, alt }): Promise<StoredPicture> {
    if (file.length === 0) throw refused(fileWords.missing);
    if (file.length > uploadLimit) throw refused(fileWords.large);
    const { encodePicture } = await import("./encode-picture.ts");
    const encoded = await encodePicture(file);
    if ("refused" in encoded) throw refused(encoded.refused);
    const id = ctx.newId("pic");
    const pathOf = (bound: number) => `/media/${id}-${bound}.webp`;
    for (const { bound, body } of encoded)
      await ctx.objects.put("site", pathOf(bound).slice(1), body, {
        type: "image/webp",
        cache: "public, max-age=31536000, immutable",
      });
    const { width = 0, height = 0 } = encoded[0] ?? {};
    const picture: Picture = { id, src: pathOf(1600), width, height, alt };
    const [zh, en] = locales.map((locale) => `![${say(alt, locale).replace(/[\\[\]]/g, "\\$&")}](${picture.src})`);
    return { picture, markdown: { "zh-CN": zh ?? "", en: en ?? "" } };
  },
});

const refused = (message: Words) => new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "file", message }] });
