import * as z from "zod";
import { BothWords, Text } from "../platform/answer-schema.ts";

export const PictureView = z.object({
  id: z.string(),
  src: z.string().describe("Path on the site."),
  width: z.int(),
  height: z.int(),
  alt: Text,
});

export const StoredPicture = z
  .object({ picture: PictureView, markdown: BothWords })
  .meta({ id: "StoredPicture", description: "A stored picture, and the Markdown that shows it, in each language." });
