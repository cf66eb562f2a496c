import { DomainError, invalidInput } from "./error.ts";
import { type Refused, refusedPdf } from "./pdf-check.ts";
import type { Words } from "./text.ts";

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

/** Looks at an uploaded file by its bytes, whatever it is called. @throws DomainError `input.invalid` on `file` where it is no PDF, or one that does something by itself */
export function assertPdf(file: Uint8Array): void {
  const ascii = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  if (!ascii(file.subarray(0, 5)).startsWith("%PDF-") || !ascii(file.subarray(-1024)).includes("%%EOF")) throw refused(notPdf);
  const why = refusedPdf(file);
  if (why) throw refused(notForReading[why]);
}
