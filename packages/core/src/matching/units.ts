/** What is measured, and how many of its basic unit one of this unit is. */
export interface Unit {
  readonly kind: string;
  readonly factor: number;
  /** What is added after the factor: 0 ℃ is 273.15 K. */
  readonly offset?: number;
}

/** By kind: `names of the unit` (as written in Chinese and Latin, case counts where it must) with its factor (SI brochure, 9th edition; GB 3100). */
const table: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ratio: { "% 百分比 个百分点": 0.01, "‰ 千分之": 0.001, ppm: 1e-6, ppb: 1e-9 },
  length: { "nm 纳米": 1e-9, "μm um 微米": 1e-6, "mm 毫米": 1e-3, "cm 厘米": 0.01, "m 米": 1, "km 千米 公里": 1000 },
  area: {
    "mm² mm2 平方毫米": 1e-6,
    "cm² cm2 平方厘米": 1e-4,
    "m² m2 平方米 ㎡": 1,
    亩: 2000 / 3,
    "hm² 公顷": 1e4,
    "km² 平方公里": 1e6,
  },
  volume: { "μl 微升": 1e-9, "ml 毫升": 1e-6, "l 升": 1e-3, "m³ m3 立方米 方": 1 },
  mass: { "ug μg 微克": 1e-9, "mg 毫克": 1e-6, "g 克": 1e-3, "kg 千克 公斤": 1, "t 吨": 1000 },
  time: {
    "ns 纳秒": 1e-9,
    "μs us 微秒": 1e-6,
    "ms 毫秒": 1e-3,
    "s 秒": 1,
    "min 分钟": 60,
    "h 小时": 3600,
    "d 天 日": 86_400,
    "月 个月": 2_629_746,
    年: 31_556_952,
  },
  pressure: { "Pa 帕": 1, "kPa 千帕": 1e3, "MPa 兆帕": 1e6, "GPa 吉帕": 1e9, bar: 1e5 },
  power: { "mW 毫瓦": 1e-3, "W 瓦": 1, "kW 千瓦": 1e3, "MW 兆瓦": 1e6 },
  energy: { "J 焦": 1, "kJ 千焦": 1e3, "MJ 兆焦": 1e6, "Wh 瓦时": 3600, "kWh 千瓦时 度电": 3.6e6 },
  voltage: { "mV 毫伏": 1e-3, "V 伏": 1, "kV 千伏": 1e3 },
  current: { "mA 毫安": 1e-3, "A 安": 1, "kA 千安": 1e3 },
  frequency: { "Hz 赫兹 赫": 1, "kHz 千赫": 1e3, "MHz 兆赫": 1e6, "GHz 吉赫": 1e9 },
  force: { "N 牛": 1, "kN 千牛": 1e3 },
  density: { "kg/m³ kg/m3": 1, "g/cm³ g/cm3": 1000 },
  speed: { "mm/s": 1e-3, "m/s 米/秒": 1, "m/min": 1 / 60, "km/h 公里/小时": 1 / 3.6 },
  rotation: { "rpm r/min 转/分": 1 },
  sound: { "dB 分贝": 1 },
  money: { 元: 1, 万元: 1e4, 亿元: 1e8 },
  count: { "次 个 件 台 套": 1, "万次 万件 万台 万套": 1e4 },
};

const units = new Map<string, Unit>();
for (const [kind, list] of Object.entries(table))
  for (const [names, factor] of Object.entries(list)) for (const name of names.split(" ")) units.set(name, { kind, factor });
units.set("K", { kind: "temperature", factor: 1 });
for (const name of ["℃", "°C", "摄氏度"]) units.set(name, { kind: "temperature", factor: 1, offset: 273.15 });

const longestName = Math.max(...[...units.keys()].map((name) => name.length));
const tidied = (text: string) => text.replaceAll("µ", "μ").replaceAll("％", "%").replaceAll("／", "/").replaceAll("度C", "℃");
const isLatin = (character: string | undefined) => character !== undefined && /[a-zA-Z]/.test(character);

/** The longest unit that a text begins with, and how many characters it takes. */
export function unitAt(text: string): { readonly unit: Unit; readonly length: number } | undefined {
  const given = tidied(text.slice(0, longestName + 1));
  for (let length = longestName; length > 0; length--) {
    const name = given.slice(0, length);
    if (name.length < length) continue;
    const unit = units.get(name) ?? units.get(name.toLowerCase());
    // `m` in `max` is none.
    if (unit && !(isLatin(name.at(-1)) && isLatin(given[length]))) return { unit, length };
  }
  return undefined;
}

/** The unit that a text is, undefined where it is none that can be converted. */
export function unitOf(text: string): Unit | undefined {
  const found = unitAt(text.trim());
  return found && found.length === text.trim().length ? found.unit : undefined;
}

export const toBase = (value: number, { factor, offset = 0 }: Unit): number => value * factor + offset;
export const fromBase = (value: number, { factor, offset = 0 }: Unit): number => (value - offset) / factor;
