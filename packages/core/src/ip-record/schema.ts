import * as z from "zod";
import { reason } from "../platform/reason.ts";
import {
  Email,
  Locale,
  labelled,
  line,
  OptionalDay,
  OptionalMoney,
  OptionalPhone,
  optionalProse,
  prose,
} from "../platform/schema.ts";
import { tidy, type Words } from "../platform/text.ts";
import { cooperationWays } from "../project/schema.ts";
import { OptionalRegion } from "../taxonomy/schema.ts";
import type * as answers from "./answer-schema.ts";

export { type PatentKind, patentKinds } from "./number-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** 有效, 审查中, 失效. */
export const legalStates = ["in-force", "pending", "expired"] as const;
export const LegalState = z.enum(legalStates);
export type LegalState = (typeof legalStates)[number];

/** offered 供对接, withdrawn 已撤下. */
export const patentStatuses = ["offered", "withdrawn"] as const;
export const PatentStatus = z.enum(patentStatuses);
export type PatentStatus = (typeof patentStatuses)[number];

/** A patent class as it is compared: `A01C5/04`, `H04L`, `G06F`. */
const ipcPattern = /^[A-H]\d{2}[A-Z](\d{1,4}(\/\d{2,6})?)?$/;
const classesIn = (text: string | readonly string[]): string[] => [
  ...new Set(
    [text]
      .flat()
      // A class may be followed by its edition in brackets, and has a space before the group.
      .flatMap((part) =>
        tidy(part)
          .toUpperCase()
          .replace(/\(.*?\)/g, "")
          .split(/[,;，；、|\n]/),
      )
      .map((part) => part.replace(/[\s.]/g, ""))
      .filter(Boolean),
  ),
];

export const Ipc = z
  .union([z.string().max(2000), z.array(z.string().max(40)).max(60)])
  .default("")
  .transform(classesIn)
  .refine((list) => list.length <= 60 && list.every((one) => ipcPattern.test(one)), {
    params: {
      words: w(
        "“IPC 分类号”有的无法识别，请写成 A01C 5/04 的样子，多个用分号分开。",
        "IPC: a class cannot be read. Write it like A01C 5/04, several with semicolons between them.",
      ),
    },
  });

/** 20 years for an invention, 15 for a design, 10 for a utility model are counted by the register; here the day is what somebody says. */
const shape = {
  title: labelled(line(200), "名称", "Title"),
  abstract: labelled(prose(5000, 1), "摘要", "Abstract"),
  claims: labelled(optionalProse(30_000), "权利要求（选填）", "Claims (optional)"),
  ipc: labelled(
    Ipc,
    "IPC 分类号（选填）",
    "IPC (optional)",
    w("多个用分号分开，例如 A01C 5/04；A01C 7/00。", "Several with semicolons: A01C 5/04; A01C 7/00."),
  ),
  holder: labelled(line(200), "权利人", "Holder"),
  chain: labelled(
    z
      .string()
      .max(60)
      .regex(/^[\w-]*$/)
      .transform((id) => id || undefined)
      .optional(),
    "产业链（选填）",
    "Industry chain (optional)",
    w("不选时按 IPC 归入。", "Told by the IPC where none is chosen."),
  ),
  legal: labelled(LegalState, "法律状态", "Legal state"),
  legalOn: labelled(OptionalDay, "状态日期（选填）", "As of (optional)"),
  expiresOn: labelled(
    OptionalDay,
    "届满日期（选填）",
    "Expires on (optional)",
    w("过了这一天按失效处理。", "From the day after it counts as expired."),
  ),
  trl: labelled(
    z
      .union([z.number(), z.string().max(10)])
      .optional()
      .refine((level) => level === undefined || /^[1-9]?$/.test(String(level)), {
        params: { words: w("“技术成熟度”请从 1 到 9 级中选择。", "Technology readiness level: choose one from 1 to 9.") },
      })
      .transform((level) => (level ? Number(level) : undefined)),
    "技术成熟度（选填）",
    "Technology readiness level (optional)",
  ),
  ways: labelled(
    z.array(z.enum(cooperationWays)).max(cooperationWays.length).default([]),
    "合作方式（选填）",
    "Ways to cooperate (optional)",
  ),
  askingFrom: labelled(OptionalMoney, "意向价格下限（选填）", "Asking price from (optional)"),
  region: labelled(OptionalRegion, "所在地区（选填）", "Region (optional)"),
  exclusive: labelled(z.boolean().default(false), "已独占许可给他人", "Licensed exclusively to somebody already"),
  numberNote: labelled(
    optionalProse(300),
    "专利号说明（选填）",
    "Note on the number (optional)",
    w("校验位对不上而号码无误时，写明依据。", "Where the check digit does not fit and the number is right: how you know."),
  ),
  name: labelled(
    line(60, 0)
      .transform((name) => name || undefined)
      .optional(),
    "联系人（选填）",
    "Contact person (optional)",
    w("不公开，须已征得本人同意。", "Never public. The person has to have agreed."),
  ),
  email: labelled(
    Email.or(z.literal("").transform(() => undefined)).optional(),
    "联系邮箱（选填）",
    "Contact's e-mail (optional)",
    w("撮合时向权利人征询用，不公开。", "The holder is asked by it about a need. Never public."),
  ),
  phone: labelled(OptionalPhone, "联系电话（选填）", "Contact's telephone (optional)"),
  locale: Locale.default("zh-CN"),
};

/** What an organiser enters of one patent. */
export const EnterPatent = z.object({
  number: labelled(
    z.string().max(60),
    "专利号",
    "Patent number",
    w("申请号或专利号，例如 ZL201710601862.3。", "Application or patent number, for example ZL201710601862.3."),
  ),
  ...shape,
});
export type EnterPatent = z.infer<typeof EnterPatent>;

/** What may be changed of it: all but the number, which is what it is known by. */
export const ChangePatent = z.object({ ...shape, version: z.int() });

/** Said of a patent that may be right all the same. */
export const patentNotes = {
  "check-digit": w(
    "专利号校验位不符，已按说明保留。",
    "The check digit of the number is wrong; it was kept for the reason given.",
  ),
  expired: w(
    "权利已失效，技术可以自由实施，但不能许可或转让。",
    "The right has expired: the technology is free to use, but there is nothing to license or assign.",
  ),
  "same-text": w(
    "另一件专利的文字与它相同，而权利人不同，请核对。",
    "Another patent with another holder has the same text. Please check.",
  ),
} as const satisfies Record<string, Words>;
export type PatentNote = keyof typeof patentNotes;

/** A patent as staff see it. Money is 分, instants are ISO 8601, UTC. */
export type PatentDetail = Readonly<z.infer<typeof answers.PatentDetail>>;
export type PatentRow = Readonly<z.infer<typeof answers.PatentRow>>;
export type PatentImport = Readonly<z.infer<typeof answers.PatentImport>>;
export type PatentImportLine = Readonly<z.infer<typeof answers.PatentImportLine>>;

export const patentMissing = reason(
  "patent.not-found",
  "not-found",
  "没有找到这件专利。请从专利列表重新选择。",
  "There is no such patent. Choose one from the list.",
);
export const patentThere = reason(
  "patent.already-there",
  "conflict",
  "专利 {number} 已在库中，没有再次保存。请打开原有记录修改。",
  "Patent {number} is on record; it was not saved again. Open that record to change it.",
);
export const patentImportMissing = reason(
  "patent.import-not-found",
  "not-found",
  "没有找到这次导入。请从导入记录重新选择。",
  "There is no such import. Choose one from the list.",
);
export const noNumberColumn = reason(
  "patent.no-header",
  "invalid",
  "没有找到“专利号”列。第一行应是表头，例如：专利号,名称,摘要,权利要求,IPC,权利人,法律状态。读到的第一行是：{found}",
  "There is no column for the patent number. The first row has to name the columns, for example: number,title,abstract,claims,ipc,holder,legal state. It says: {found}",
);
