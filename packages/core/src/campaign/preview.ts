import { command } from "../platform/command.ts";
import type { Locale } from "../platform/text.ts";
import { previewing } from "./calls.ts";
import { compileCampaign, localeFor } from "./compile.ts";
import { Contact } from "./entity.ts";

/** The mail as a chosen contact would get it, or as somebody of whom only the address is known. What is previewed need not be saved. */
export const previewCampaign = command({
  ...previewing,
  async run(ctx, { person, locale, ...content }): Promise<{ locale: Locale; subject: string; html: string; text: string }> {
    const contact = person ? await Contact.find(ctx, { person }) : undefined;
    const language = localeFor(content, locale ?? contact?.locale);
    const made = compileCampaign(content, language, ctx.origin);
    const to = {
      name: contact?.name,
      organisation: contact?.organisation,
      source: contact?.consents[0]?.source ?? "…",
      unsubscribe: `${ctx.origin}/my/unsubscribe/`,
    };
    return { locale: language, subject: made.subject(to), html: made.html(to), text: made.text(to) };
  },
});
