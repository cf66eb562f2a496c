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
