import * as z from "zod";
import { UploadedFile } from "../picture/schema.ts";
import { command } from "../platform/command.ts";
import { entity, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, invalidInput } from "../platform/error.ts";
import type { Words } from "../platform/text.ts";
import { SetOfficialText } from "./official-schema.ts";
import { type Refused, refusedPdf } from "./pdf-check.ts";
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

const notPdf: Words = {
  "zh-CN": "只接受 PDF 文件，请导出为 PDF 后再上传。",
  en: "Only PDF files are accepted. Export it as PDF and upload it again.",
};

const notForReading: Readonly<Record<Refused, Words>> = {
  active: {
    "zh-CN": "这个 PDF 含有脚本、动作、表单程序或附件，可能不安全。请打印成新的 PDF（“另存为 PDF”）后再上传。",
    en: "This PDF holds scripts, actions, forms or files, which may do harm. Print it into a new PDF (“save as PDF”) and upload that.",
  },
  unreadable: {
    "zh-CN": "这个 PDF 已加密或无法检查。请去掉密码，打印成新的 PDF（“另存为 PDF”）后再上传。",
    en: "This PDF is encrypted or cannot be checked. Take the password away, print it into a new PDF (“save as PDF”) and upload that.",
  },
};
const refused = (message: Words) => new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "file", message }] });

/** Stores a PDF for the site, at most 4 MB, that does nothing by itself (`pdf-check.ts`). */
export const storeDocument = command({
  input: z.object({ file: UploadedFile }),
  access: ["organiser"],
  async run(ctx, { file }): Promise<{ href: string }> {
    const ascii = (part: Uint8Array) => Buffer.from(part).toString("latin1");
    if (!ascii(file.subarray(0, 5)).startsWith("%PDF-") || !ascii(file.subarray(-1024)).includes("%%EOF")) throw refused(notPdf);
    const why = refusedPdf(file);
    if (why) throw refused(notForReading[why]);
    const href = `/media/${ctx.newId("doc")}.pdf`;
    await ctx.objects.put("site", href.slice(1), file, {
      type: "application/pdf",
      cache: "public, max-age=31536000, immutable",
    });
    return { href };
  },
});
