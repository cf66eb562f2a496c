import * as z from "zod";

/** An industry chain (产业链). Chains are data: an operator can replace the list. */
export const Chain = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  name: z.object({ "zh-CN": z.string(), en: z.string() }),
  group: z.enum(["manufacturing", "services", "agriculture", "culture-tourism"]).or(z.string()),
  /** `provisional` until the provincial authority's notice confirms it. */
  status: z.enum(["official", "provisional"]),
  source: z.string(),
  ipcPrefixes: z.array(z.string()),
  aliases: z.array(z.string()).default([]),
});
export type Chain = z.infer<typeof Chain>;

/** The cities of the province, the demonstration zone, and everywhere else. */
export const regions = {
  xian: { "zh-CN": "西安", en: "Xi'an" },
  baoji: { "zh-CN": "宝鸡", en: "Baoji" },
  xianyang: { "zh-CN": "咸阳", en: "Xianyang" },
  weinan: { "zh-CN": "渭南", en: "Weinan" },
  tongchuan: { "zh-CN": "铜川", en: "Tongchuan" },
  yanan: { "zh-CN": "延安", en: "Yan'an" },
  yulin: { "zh-CN": "榆林", en: "Yulin" },
  hanzhong: { "zh-CN": "汉中", en: "Hanzhong" },
  ankang: { "zh-CN": "安康", en: "Ankang" },
  shangluo: { "zh-CN": "商洛", en: "Shangluo" },
  yangling: { "zh-CN": "杨凌", en: "Yangling" },
  elsewhere: { "zh-CN": "省外", en: "Outside the province" },
} as const;
export type Region = keyof typeof regions;
export const Region = z.enum(Object.keys(regions) as [Region, ...Region[]]);

/** A region, or none; an empty field of a form is none. */
export const OptionalRegion = Region.or(z.literal("").transform(() => undefined)).optional();
