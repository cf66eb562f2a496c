import { toBase, type Unit, unitAt, unitOf } from "./units.ts";

/** A number in a text, or a span of two, with its unit where one stands behind it. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Unit | undefined;
  /** The text says at least, or at most, rather than the number itself. */
  readonly bound?: "least" | "most";
}

const number = "\\d[\\d,]*(?:\\.\\d+)?(?:\\s*[×x*]\\s*10\\^?[-−]?\\d+)?";
const first = new RegExp(`(?<value>${number})\\s*(?<multiple>[百千万亿])?`, "g");
const second = new RegExp(
  `^\\s*(?<unit>[^\\d\\s～~–—\\-至到]{1,6})?\\s*(?:[～~–—\\-]|至|到)\\s*(?<value>${number})\\s*(?<multiple>[百千万亿])?`,
);
const times: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const least = /(?:不低于|不小于|不少于|大于|高于|超过|至少|以上|≥|>|＞|at least|more than|over)\s*$/i;
const most = /(?:不高于|不大于|不超过|不多于|小于|低于|少于|至多|≤|<|＜|at most|less than|below|within)\s*$/i;

function read(text: string): number {
  const [, base = "", power] = /^([\d,.]+)(?:\s*[×x*]\s*10\^?([-−]?\d+))?$/.exec(text) ?? [];
  return Number(base.replaceAll(",", "")) * 10 ** Number((power ?? "0").replace("−", "-"));
}

/** The unit that stands at a place, with the multiple before it (万次 is a unit itself). */
function unitBehind(text: string, end: number, multiple: string | undefined) {
  const whole = multiple ? unitAt(text.slice(end - 1)) : undefined;
  if (whole) return { unit: whole.unit, end: end - 1 + whole.length, scale: 1 };
  const rest = text.slice(end);
  const spaces = rest.length - rest.trimStart().length;
  const found = unitAt(rest.trimStart());
  return { unit: found?.unit, end: found ? end + spaces + found.length : end, scale: times[multiple ?? ""] ?? 1 };
}

/** The quantities of a text in the order they stand. Reference signs in brackets, as in 机架（3）, and parts of names, as in TC4, are none. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let past = 0;
  for (const match of text.matchAll(first)) {
    const from = match.index;
    if (from < past) continue;
    const { value = "", multiple } = match.groups ?? {};
    let end = from + match[0].length;
    const before = text[from - 1] ?? "";
    if (/[（(]/.test(before) && /^\s*[）)]/.test(text.slice(end))) continue;
    if (/[\p{L}\d.-]/u.test(before) && !/\p{Script=Han}/u.test(before)) continue;
    // 10mm至20mm, 10–20 mm: the unit between is that of both.
    const more = second.exec(text.slice(from + value.length));
    const between = more?.groups?.unit;
    const span = more && (!between || unitOf(between)) ? more : undefined;
    if (span) end = from + value.length + span[0].length;
    const behind = unitBehind(text, end, span ? span.groups?.multiple : multiple);
    const values = [read(value), ...(span ? [read(span.groups?.value ?? "")] : [])].map((one) => one * behind.scale);
    const after = text.slice(behind.end);
    const said = text.slice(Math.max(0, from - 10), from);
    const isLeast = least.test(said) || /^\s*(?:以上|或更高)/.test(after);
    const isMost = most.test(said) || /^\s*以[下内]/.test(after);
    found.push({
      from,
      to: behind.end,
      low: Math.min(...values),
      high: Math.max(...values),
      unit: behind.unit,
      ...(isLeast ? { bound: "least" } : isMost ? { bound: "most" } : {}),
    });
    past = behind.end;
  }
  return found;
}

/** In the basic unit of its kind. */
export const inBase = ({ low, high, unit }: Pick<Quantity, "low" | "high" | "unit">) =>
  unit ? { low: toBase(low, unit), high: toBase(high, unit) } : { low, high };
