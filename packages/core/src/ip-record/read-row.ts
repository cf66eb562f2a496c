import { fieldErrors } from "../platform/issues.ts";
import type { TableRow } from "../platform/sheet/columns.ts";
import { tidy, type Words } from "../platform/text.ts";
import { findChain } from "../taxonomy/index.ts";
import { wrongCheck } from "./content.ts";
import { type PatentKind, readNumber } from "./number-schema.ts";
import { EnterPatent, type LegalState } from "./schema.ts";

/** The columns that are understood, each by the names that registers and search systems give it. */
export const columns = {
  number: [
    "专利号",
    "申请号",
    "专利申请号",
    "专利号/申请号",
    "申请专利号",
    "number",
    "patentnumber",
    "applicationnumber",
    "patentno",
    "applicationno",
  ],
  title: ["名称", "标题", "专利名称", "发明名称", "title", "name"],
  abstract: ["摘要", "专利摘要", "abstract", "summary"],
  claims: ["权利要求", "权利要求书", "主权利要求", "首项权利要求", "claims", "claim"],
  ipc: ["ipc", "ipc分类号", "ipc分类", "分类号", "主分类号", "国际专利分类号", "classification"],
  holder: ["权利人", "专利权人", "申请人", "当前权利人", "申请专利权人", "holder", "owner", "applicant", "assignee"],
  legal: ["法律状态", "当前法律状态", "状态", "专利状态", "legalstate", "legalstatus", "status"],
  legalOn: ["状态日期", "法律状态日期", "法律状态公告日", "asof", "statusdate"],
  expiresOn: ["届满日期", "届满日", "失效日期", "到期日", "expireson", "expirydate", "expires"],
  chain: ["产业链", "所属产业链", "chain", "industrychain"],
  numberNote: ["专利号说明", "备注", "说明", "note", "notes", "remark"],
  name: ["联系人", "contact", "contactperson"],
  email: ["邮箱", "电子邮箱", "联系邮箱", "email", "mail"],
  phone: ["手机", "电话", "联系电话", "phone", "telephone"],
} as const;
export type Column = keyof typeof columns;

export interface ReadRow {
  readonly number: string;
  readonly kind: PatentKind;
  readonly fields: Omit<EnterPatent, "number">;
  readonly warnings: readonly Words[];
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const shown = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 60);

/** Words of registers for the three states; nothing for what is none of them. */
function legalIn(text: string): LegalState | undefined {
  const plain = tidy(text).toLowerCase();
  if (/失效|无效|终止|届满|驳回|撤回|放弃|过期|expired|lapsed|ceased|rejected|withdrawn|invalid/.test(plain)) return "expired";
  if (/审中|审查|实审|公开|受理|未授权|pending|examination|published/.test(plain)) return "pending";
  if (/有效|授权|维持|in.?force|valid|granted|active/.test(plain)) return "in-force";
  return undefined;
}

/** A day as spreadsheets keep it, days since 1899-12-30, as `2027-06-30`; other texts stay. */
const dayIn = (text = "") =>
  /^\d{5}(\.\d+)?$/.test(text.trim())
    ? new Date(Math.round((Number(text) - 25_569) * 86_400_000)).toISOString().slice(0, 10)
    : text.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");

const remedy = w("改正后重新导入，其余行不受影响。", "Correct it and import again; the other rows are not affected.");
const with_ = (text: Words): Words => w(text["zh-CN"] + remedy["zh-CN"], `${text.en} ${remedy.en}`);

/** Reads one row: a patent with remarks, or the reason why it cannot come in. */
export function readRow({ cells }: TableRow<Column>, thisYear: number): ReadRow | { readonly refused: Words } {
  const read = readNumber(cells.number ?? "", thisYear);
  if ("trouble" in read) return { refused: with_(read.trouble) };
  if (read.expected && !cells.numberNote?.trim()) return { refused: wrongCheck(read.number, read.expected) };
  const legal = legalIn(cells.legal ?? "");
  if (!legal)
    return {
      refused: with_(
        cells.legal
          ? w(
              `“法律状态”无法识别：${shown(cells.legal)}，请写有效、审查中或失效。`,
              `Legal state: not known: ${shown(cells.legal)}. Write in force, pending or expired.`,
            )
          : w("“法律状态”没有填写，请写有效、审查中或失效。", "Legal state: missing. Write in force, pending or expired."),
      ),
    };
  const chain = cells.chain ? findChain(cells.chain) : undefined;
  const { number: _, ...rest } = cells;
  const parsed = EnterPatent.safeParse(
    {
      ...rest,
      number: read.number,
      legal,
      legalOn: dayIn(cells.legalOn),
      expiresOn: dayIn(cells.expiresOn),
      chain: chain?.id,
      ipc: cells.ipc ?? "",
    },
    { reportInput: true },
  );
  if (!parsed.success) {
    const [first] = fieldErrors(EnterPatent, parsed.error);
    return { refused: with_(first?.message ?? w("这一行无法识别。", "This row cannot be read.")) };
  }
  const { number, ...fields } = parsed.data;
  const warnings = [
    ...(read.completed
      ? [w(`专利号没有校验位，已补为 ${read.number}。`, `The number had no check character; it was completed to ${read.number}.`)]
      : []),
    ...(read.expected
      ? [
          w(
            `校验位应为 ${read.expected}，已按说明保留。`,
            `The check character should be ${read.expected}; kept for the reason given.`,
          ),
        ]
      : []),
    ...(cells.chain && !chain
      ? [
          w(
            `“产业链”没有找到：${shown(cells.chain)}，已按 IPC 归入。`,
            `Chain: not known: ${shown(cells.chain)}; told by the IPC instead.`,
          ),
        ]
      : []),
    ...(legal === "expired" ? [w("权利已失效，已标明。", "The right has expired; it is marked so.")] : []),
  ];
  return { number, kind: read.kind, fields, warnings };
}
