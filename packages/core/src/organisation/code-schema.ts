const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether a 统一社会信用代码 is right: 18 characters of the alphabet, the last one their check (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((c) => alphabet.indexOf(c));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}
