import { reason } from "../reason.ts";

/** What a table that is brought in may have. */
export const sheetLimits = { bytes: 5_000_000, rows: 20_000 } as const;

export const fileTooLarge = reason(
  "import.too-large",
  "invalid",
  "文件有 {size} MB，超过 5 MB。请拆成几份分别导入。",
  "The file has {size} MB; the limit is 5 MB. Split it.",
);
export const tooManyRows = reason(
  "import.too-many-rows",
  "invalid",
  "文件有 {rows} 行，超过 20,000 行。请拆成几份分别导入。",
  "The file has {rows} rows; the limit is 20,000. Split it.",
);
export const notCsv = reason(
  "import.not-csv",
  "invalid",
  "这不是 CSV 文件（看起来是{what}）。请在 Excel 或 WPS 中“另存为 → CSV（逗号分隔）”后再上传。",
  "This is not a CSV file (it looks like {what}). In Excel or WPS choose Save as → CSV, and upload that.",
);
export const unknownEncoding = reason(
  "import.encoding",
  "invalid",
  "文件的文字编码无法识别（既不是 UTF-8 也不是 GBK/GB18030）。请在 Excel 中另存为“CSV UTF-8”后再上传。",
  "The text is neither UTF-8 nor GBK/GB18030. Save it as CSV UTF-8, and upload that.",
);
export const brokenQuotes = reason(
  "import.quotes",
  "invalid",
  "第 {line} 行的引号不成对，之后的内容无法可靠读取，所以没有导入任何内容。请检查这一行后重新上传。",
  "The quotes in line {line} do not match, so that what follows cannot be read; nothing was imported. Correct that line and upload again.",
);
export const emptyFile = reason(
  "import.empty",
  "invalid",
  "文件里没有数据行。请确认表头下面有内容。",
  "The file has no rows below the header. Check it.",
);
export const brokenWorkbook = reason(
  "import.workbook",
  "invalid",
  "这个 Excel 文件无法读取（可能已损坏、加了密码，或内容过大）。请在 Excel 或 WPS 中“另存为 → CSV UTF-8”后再上传。",
  "This workbook cannot be read: it may be damaged, have a password, or hold too much. In Excel or WPS choose Save as → CSV UTF-8, and upload that.",
);
