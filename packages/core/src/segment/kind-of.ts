import type { OrganisationKind } from "../organisation/schema.ts";
import { tidy } from "../platform/text.ts";

/** How an organisation's name is compared: without spaces and brackets, in small letters. */
export const plainName = (name: string): string =>
  tidy(name)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）·.,，、"“”'-]/g, "");

const byName: readonly (readonly [OrganisationKind, RegExp])[] = [
  [
    "service",
    /事务所|代理|律师|知识产权服务|评估|咨询|基金|资本|投资|银行|证券|担保|保险|law firm|attorney|bank|capital|fund|consult/,
  ],
  ["institute", /研究院|研究所|科学院|实验室|设计院|研究中心|institute|laborator|academy of sci/],
  ["university", /大学|学院|高校|职业技术学校|university|college|school of/],
  ["enterprise", /公司|集团|厂|企业|股份|合作社|co\.?ltd|ltd|inc|corp|gmbh|company|group/],
  ["other", /厅|局|委员会|政府|协会|学会|商会|联盟|中心|管委会|人民法院|media|bureau|association|ministry/],
];

/** What kind of organisation a name is of, as far as it says so. */
export const kindByName = (name: string): OrganisationKind | undefined => {
  const plain = plainName(name);
  return plain ? byName.find(([, pattern]) => pattern.test(plain))?.[0] : undefined;
};
