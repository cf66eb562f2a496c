import Papa from "papaparse";
import { DomainError } from "../platform/error.ts";
import { brokenQuotes, emptyFile, importLimits, noHeader, tooManyRows } from "./schema.ts";

/** The columns that are understood, each by the names that people give it; compared without spaces, brackets and case. */
const columns = {
  name: ["姓名", "名字", "联系人", "参会人", "name", "fullname", "contact", "contactname"],
  organisation: ["单位", "单位名称", "公司", "公司名称", "企业名称", "机构", "organisation", "organization", "company"],
  creditCode: ["统一社会信用代码", "社会信用代码", "信用代码", "creditcode", "unifiedsocialcreditcode", "uscc"],
  position: ["职务", "职位", "职称", "岗位", "position", "title", "jobtitle"],
  phone: ["手机", "手机号", "手机号码", "电话", "联系电话", "联系方式", "phone", "mobile", "telephone", "tel"],
  email: ["邮箱", "电子邮箱", "电子邮件", "邮箱地址", "邮件地址", "email", "emailaddress", "mail"],
  chains: ["产业链", "所属产业链", "重点产业链", "chain", "chains", "industrychain"],
  intention: ["参会意向", "意向", "需求", "对接意向", "intention", "interest"],
  note: ["备注", "说明", "note", "notes", "remark", "remarks"],
  locale: ["语言", "language", "locale", "lang"],
} as const;
export type Column = keyof typeof columns;

export interface RawRow {
  /** Where the row begins in the file, as an editor counts lines. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s_*\-:]|\(.*?\)|\uFEFF/g, "")
    .toLowerCase();

export function columnOf(heading: string): Column | undefined {
  const wanted = plain(heading);
  return (Object.keys(columns) as Column[]).find((name) => (columns[name] as readonly string[]).includes(wanted));
}

/** The rows below the header, with the line that each begins at; blank ones are left out. @throws DomainError for a file that cannot be read as a whole. */
export function readRows(text: string): RawRow[] {
  const unix = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const rows = split(unix);
  const at = rows.slice(0, 10).findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === "email"));
  const header = rows[at];
  if (!header) {
    const first = rows[0]?.cells.join(", ").slice(0, 80);
    throw new DomainError(first ? noHeader : emptyFile, { params: { found: first ?? "" } });
  }
  const names = header.cells.map(columnOf);
  const body = rows.slice(at + 1);
  if (!body.length) throw new DomainError(emptyFile);
  if (body.length > importLimits.rows) throw new DomainError(tooManyRows, { params: { rows: body.length } });
  return body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      names.flatMap((name, i) => (name && names.indexOf(name) === i && cells[i]?.trim() ? [[name, cells[i]]] : [])),
    ),
  }));
}

/** The rows of a text with the line that each begins at; blank ones are left out. */
export function split(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    newline: "\n",
    step({ data, errors, meta }) {
      if (errors.some((e) => e.type === "Quotes")) throw new DomainError(brokenQuotes, { params: { line } });
      if (data.some((cell) => cell.trim())) rows.push({ line, cells: data });
      for (; read < meta.cursor; read++) if (text.charCodeAt(read) === 10) line++;
    },
  });
  return rows;
}

/** Excel in some regions writes semicolons, and "Unicode text" has tabs: the one that the first line has most of. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 5000)
      .split("\n")
      .find((l) => l.trim()) ?? "";
  const count = (d: string) => first.split(d).length;
  return [",", "\t", ";"].reduce((best, d) => (count(d) > count(best) ? d : best));
}
