import { readTable, type TableRow } from "../platform/sheet/columns.ts";
import { splitText } from "../platform/sheet/split.ts";
import { noHeader } from "./schema.ts";

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

export type RawRow = TableRow<Column>;

/** The rows below the header, with the line that each begins at; blank ones are left out. @throws DomainError for a file that cannot be read as a whole. */
export const readRows = (text: string): RawRow[] => readTable(splitText(text), columns, "email", noHeader);
