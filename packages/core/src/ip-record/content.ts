import { createHash } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import { dayOf } from "../platform/time.ts";
import { allChains } from "../taxonomy/index.ts";
import { Patent, type PatentRecord, sameText } from "./entity.ts";
import { readNumber } from "./number-schema.ts";
import { legalOn } from "./policy.ts";
import type { EnterPatent, PatentDetail, PatentNote } from "./schema.ts";

type Filled = Omit<EnterPatent, "number">;
type Said = Omit<PatentRecord, "id" | "number" | "kind" | "status" | "since" | "source">;

/** The chain that most of the classes point to by their beginnings, the longest beginning first; nothing where none does. */
export function chainOf(ipc: readonly string[]): string | undefined {
  const found = allChains.flatMap(({ id, ipcPrefixes }) =>
    ipcPrefixes.filter((prefix) => ipc.some((one) => one.startsWith(prefix))).map((prefix) => ({ id, length: prefix.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.id;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();

/** The same for texts that differ only in marks and spaces. */
export const digestOf = ({ title, abstract }: { readonly title: string; readonly abstract: string }): string =>
  createHash("sha256")
    .update(`${plain(title)}\n${plain(abstract)}`)
    .digest("base64url")
    .slice(0, 22);

/** What a form or a row says, as the record holds it. */
export function content(ctx: Ctx, { name, email, phone, ways, ...same }: Filled): Said {
  return {
    ...same,
    ways: [...new Set(ways)],
    chain: same.chain ?? chainOf(same.ipc),
    contact: email ? { name: name ?? "", email, ...(phone ? { phone } : {}) } : undefined,
    person: email ? ctx.keys.digest("person", email) : undefined,
    textDigest: digestOf(same),
  };
}

export const refused = (field: string, message: FieldError["message"]) =>
  new DomainError(invalidInput, { fields: [{ field, message }], params: { count: 1 } });

export const wrongCheck = (number: string, expected: string): FieldError["message"] => ({
  "zh-CN": `“专利号”${number} 的校验位应为 ${expected}。请核对；号码无误的，在“专利号说明”写明依据后保存。`,
  en: `Patent number: the check character of ${number} should be ${expected}. Check it; if the number is right, say in its note how you know, and save.`,
});

/** The number of a form. @throws DomainError `input.invalid` where it is none, or its check character is wrong and no note says why */
export function numberOf(ctx: Ctx, typed: string, note: string | undefined) {
  const read = readNumber(typed, Number(dayOf(ctx.now()).slice(0, 4)));
  if ("trouble" in read) throw refused("number", read.trouble);
  if (read.expected && !note) throw refused("number", wrongCheck(read.number, read.expected));
  return read;
}

export const notesOf = (patent: PatentRecord, today: string, same: readonly unknown[]): PatentNote[] => {
  const read = readNumber(patent.number, Number(today.slice(0, 4)));
  return [
    ...("expected" in read && read.expected ? (["check-digit"] as const) : []),
    ...(legalOn(patent, today) === "expired" ? (["expired"] as const) : []),
    ...(same.length ? (["same-text"] as const) : []),
  ];
};

/** Other patents with the same text that another holder offers. */
export async function twinsOf(
  ctx: Ctx,
  patent: Pick<PatentRecord, "id" | "textDigest" | "holder">,
): Promise<PatentDetail["same"]> {
  const { items } = await Patent.list(ctx, { index: "byChain", pk: sameText(patent.textDigest), limit: 10 });
  return items
    .filter(({ id, holder, status }) => id !== patent.id && status === "offered" && plain(holder) !== plain(patent.holder))
    .map(({ id, number, holder }) => ({ id, number, holder }));
}

export async function toDetail(ctx: Ctx, patent: PatentRecord & Stored): Promise<PatentDetail> {
  const { person, textDigest, ...shown } = patent;
  const today = dayOf(ctx.now());
  const same = await twinsOf(ctx, patent);
  return { ...shown, legalSaid: patent.legal, legal: legalOn(patent, today), notes: notesOf(patent, today, same), same };
}
