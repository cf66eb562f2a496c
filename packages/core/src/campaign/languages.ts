import type { Locale } from "../platform/text.ts";
import type { CampaignContent } from "./schema.ts";

/** The language of the mail for a person: their own where the campaign has it. */
export const localeFor = (
  { subject, body, blocks = [] }: Pick<CampaignContent, "subject" | "body"> & Partial<Pick<CampaignContent, "blocks">>,
  wanted: Locale | undefined,
): Locale => (wanted === "en" && subject.en && (body.en || (!body["zh-CN"] && blocks.length)) ? "en" : "zh-CN");

/** The languages that a message has. */
export const localesOf = (content: Parameters<typeof localeFor>[0]): Locale[] =>
  localeFor(content, "en") === "en" ? ["zh-CN", "en"] : ["zh-CN"];
