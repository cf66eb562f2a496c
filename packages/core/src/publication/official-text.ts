import * as z from "zod";
import { UploadedFile } from "../picture/schema.ts";
import { command } from "../platform/command.ts";
import { entity, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { assertPdf } from "../platform/pdf-file.ts";
import { SetOfficialText } from "./official-schema.ts";
import type { Official } from "./schema.ts";

/** What is attached to the policy page; `none` once it was taken away, so that the change is on record. */
interface OfficialTextRecord {
  readonly name: "official-text";
  readonly official: Official | "none";
}

const OfficialText = entity<OfficialTextRecord, { name: "official-text" }>({
  type: "official-text",
  key: ({ name }) => ({ pk: `setting#${name}`, sk: "setting" }),
});
const name = "official-text" as const;

/** The official text that the policy page links to, and the version to change it by (0 when there never was one). */
export const readOfficialText = command({
  input: z.object({}),
  access: "public",
  async run(ctx): Promise<{ version: number; official?: Official }> {
    const record = await OfficialText.find(ctx, { name });
    if (!record) return { version: 0 };
    return { version: record.version, ...(record.official === "none" ? {} : { official: record.official }) };
  },
});

/** Attaches the official text to the policy page: a link, or a PDF that `storeDocument` stored. */
export const setOfficialText = command({
  input: SetOfficialText,
  access: ["organiser"],
  run: (ctx, { title, href, version }) => write(ctx, version, { title, href }),
});

/** Takes the official text away from the policy page. */
export const removeOfficialText = command({
  input: z.object({ version: z.int().min(0) }),
  access: ["organiser"],
  run: (ctx, { version }) => write(ctx, version, "none"),
});

async function write(ctx: Parameters<typeof save>[0], version: number, official: OfficialTextRecord["official"]) {
  const record = await OfficialText.find(ctx, { name });
  if ((record?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
  await save(ctx, record ? OfficialText.change(ctx, record, { official }) : OfficialText.create(ctx, { name, official }));
  return { version: version + 1 };
}

/** Stores a PDF for the site, at most 4 MB, that does nothing by itself (`platform/pdf-check.ts`). */
export const storeDocument = command({
  input: z.object({ file: UploadedFile }),
  access: ["organiser"],
  async run(ctx, { file }): Promise<{ href: string }> {
    assertPdf(file);
    const href = `/media/${ctx.newId("doc")}.pdf`;
    await ctx.objects.put("site", href.slice(1), file, {
      type: "application/pdf",
      cache: "public, max-age=31536000, immutable",
    });
    return { href };
  },
});
