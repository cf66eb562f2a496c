import type { Localised } from "../platform/text.ts";

const hidden = "〔…〕";

/** Takes the names of whoever submitted a project out of its texts, in whatever case they stand there. */
export function masking(names: readonly (string | undefined)[]): (text: string) => string {
  const parts = [...new Set(names.map((name) => name?.trim() ?? "").filter((name) => name.length >= 2))].sort(
    (a, b) => b.length - a.length,
  );
  if (!parts.length) return (text) => text;
  const found = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "giu");
  return (text) => text.replace(found, hidden);
}

export const maskLocalised = (mask: (text: string) => string, text: Localised): Localised => ({
  "zh-CN": mask(text["zh-CN"]),
  ...(text.en ? { en: mask(text.en) } : {}),
});
