import { tidy } from "../platform/text.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A 统一社会信用代码 as people type it, without spaces and hyphens, in ASCII capitals; at most 40 characters of it. */
export const plainCreditCode = (text: string): string =>
  tidy(text).normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().slice(0, 40).toWellFormed();

/** Whether it has the form of a 统一社会信用代码, whatever its check character is. */
export const isCodeShaped = (code: string): boolean => code.length === 18 && [...code].every((c) => alphabet.includes(c));

/** Whether a 统一社会信用代码 is right: 18 characters of the alphabet, the last one their check (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!isCodeShaped(code)) return false;
  const values = [...code].map((c) => alphabet.indexOf(c));
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}
