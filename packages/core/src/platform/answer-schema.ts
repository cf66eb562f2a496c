import * as z from "zod";

/**
 * What answers are made of. Schemas of answers describe, and give types: the API's description and the tests load them, no function that
 * answers does.
 */

/** ISO 8601 in UTC, to the millisecond. */
export const Time = z.iso.datetime();

/** A text in Chinese, and in English where there is one. */
export const Text = z
  .object({ "zh-CN": z.string(), en: z.string().optional() })
  .meta({ id: "Text", description: "In Chinese, and in English where there is one." });

/** A text of the product's own, in both languages. */
export const BothWords = z
  .object({ "zh-CN": z.string(), en: z.string() })
  .readonly()
  .meta({ id: "Words", description: "In both languages." });

export const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: listOf(item),
    cursor: z.string().optional().describe("Where the next page starts; absent on the last one."),
  });

/** What every stored record carries beside its own fields. */
export const stored = {
  version: z.int().describe("Rises by one with each change."),
  createdAt: Time,
  updatedAt: Time,
  updatedBy: z.string(),
};

export const Versioned = z.object({ version: z.int() });
export const Made = z.object({ id: z.string() });

/** How many records wait; counts to 500 and then says `more`. */
export const Waiting = z.object({ count: z.int(), more: z.boolean() });
