import * as z from "zod";
import { plainCreditCode } from "../organisation/code-schema.ts";
import { isCreditCode } from "../organisation/index.ts";
import { fieldErrors } from "../platform/issues.ts";
import { Email, labelled, line, Phone, prose } from "../platform/schema.ts";
import type { Locale, Words } from "../platform/text.ts";
import { findChain } from "../taxonomy/index.ts";
import type { ContactRecord } from "./entity.ts";
import type { RawRow } from "./read-rows.ts";

/** What a row says of a person, in the form that is kept. */
export type RowFields = Pick<
  ContactRecord,
  "email" | "name" | "organisation" | "creditCode" | "position" | "phone" | "chains" | "intention" | "note" | "locale"
>;
export interface ReadContact {
  readonly fields: RowFields;
  readonly warnings: readonly Words[];
}

const Texts = z.object({
  name: labelled(line(60).optional(), "姓名", "Name"),
  organisation: labelled(line(120).optional(), "单位", "Organisation"),
  position: labelled(line(60).optional(), "职务", "Position"),
  intention: labelled(prose(500).optional(), "参会意向", "Intention"),
  note: labelled(prose(1000).optional(), "备注", "Note"),
});

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const shown = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 60);
/** People pad short names with spaces, so that columns look even. */
const closeUp = (name: string) => name.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, "");

/** Reads one row: a person with remarks, or the reason why it cannot come in. */
export function readContact({ cells }: RawRow): ReadContact | { readonly refused: Words } {
  const found = cells.email ?? "";
  if (!found)
    return {
      refused: w(
        "“邮箱”没有填写。补上邮箱后重新导入，其余行不受影响。",
        "E-mail: missing. Fill it in and import again; the other rows are not affected.",
      ),
    };
  const email = Email.safeParse(found);
  if (!email.success)
    return {
      refused: w(
        `“邮箱”不是有效的地址：${shown(found)}。改正后重新导入，其余行不受影响。`,
        `E-mail: not an address: ${shown(found)}. Correct it and import again; the other rows are not affected.`,
      ),
    };
  const { name, organisation, position, intention, note } = cells;
  const texts = Texts.safeParse({ name, organisation, position, intention, note });
  if (!texts.success) {
    const [first] = fieldErrors(Texts, texts.error);
    return { refused: first?.message ?? w("这一行无法识别。", "This row cannot be read.") };
  }
  const warnings: Words[] = [];
  const remark = (text: Words) => void warnings.push(text);
  return {
    fields: {
      email: email.data,
      ...texts.data,
      name: texts.data.name && closeUp(texts.data.name),
      creditCode: readCreditCode(cells.creditCode, remark),
      phone: readPhone(cells.phone, remark),
      chains: readChains(cells.chains, remark),
      locale: readLocale(cells.locale),
    },
    warnings,
  };
}

type Remark = (text: Words) => void;

function readCreditCode(text: string | undefined, remark: Remark): string | undefined {
  if (!text) return undefined;
  const code = plainCreditCode(text);
  if (!isCreditCode(code))
    remark(
      w(
        `“统一社会信用代码”校验不通过：${shown(text)}。已按原样保留，请与对方核对。`,
        `Credit code: the check character is wrong: ${shown(text)}. Kept as it is; ask the organisation.`,
      ),
    );
  return code;
}

function readPhone(text: string | undefined, remark: Remark): string | undefined {
  if (!text) return undefined;
  const phone = Phone.safeParse(text);
  if (phone.success) {
    if (/^1[3-9]\d+$/.test(phone.data) && phone.data.length !== 11)
      remark(
        w(
          `“手机”有 ${phone.data.length} 位，手机号码应为 11 位：${phone.data}。已按原样保留，请与对方核对。`,
          `Telephone: ${phone.data.length} digits where a mobile number has 11: ${phone.data}. Kept as it is; ask the person.`,
        ),
      );
    return phone.data;
  }
  remark(
    w(
      `“手机”不是有效的号码：${shown(text)}，没有导入这一项。`,
      `Telephone: not a number: ${shown(text)}; this field was left out.`,
    ),
  );
  return undefined;
}

function readChains(text: string | undefined, remark: Remark): string[] {
  const chains = new Set<string>();
  for (const word of (text ?? "").split(/[；;、,，/|\n]/).map((part) => part.trim())) {
    if (!word) continue;
    if (/^(全部|所有|不限|all)$/i.test(word)) chains.add("all");
    else {
      const chain = findChain(word);
      if (chain) chains.add(chain.id);
      else
        remark(
          w(
            `“产业链”没有找到：${shown(word)}，没有导入这一项。可用名称见产业链列表。`,
            `Chain: not known: ${shown(word)}; left out. See the list of chains for the names.`,
          ),
        );
    }
  }
  return [...chains];
}

function readLocale(text: string | undefined): Locale | undefined {
  if (!text) return undefined;
  return /^(en|english|英)/i.test(text.trim()) ? "en" : /^(zh|chinese|中|汉)/i.test(text.trim()) ? "zh-CN" : undefined;
}
