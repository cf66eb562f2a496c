import { command } from "../platform/command.ts";
import type { Locale } from "../platform/text.ts";
import { previewing } from "./calls.ts";
import { shownBy } from "./cards.ts";
import { compileCampaign } from "./compile.ts";
import { Campaign, Contact } from "./entity.ts";
import { localeFor } from "./languages.ts";
import { filling } from "./made.ts";
import { madeMails } from "./read-made.ts";
import { campaignMissing } from "./schema.ts";

/** The mail as a chosen contact would get it, or as somebody of whom only the address is known. What is previewed need not be saved. */
export const previewCampaign = command({
  ...previewing,
  async run(
    ctx,
    { campaignId, person, locale, ...content },
  ): Promise<{ locale: Locale; subject: string; html: string; text: string }> {
    const contact = person ? await Contact.find(ctx, { person }) : undefined;
    const language = localeFor(content, locale ?? contact?.locale);
    const kept = campaignId ? await madeMails(ctx, await Campaign.get(ctx, { id: campaignId }, campaignMissing)) : undefined;
    const mail = kept?.get(language) ?? compileCampaign(content, language, ctx.origin, await shownBy(ctx, content.blocks));
    const made = filling(mail);
    const to = {
      name: contact?.name,
      organisation: contact?.organisation,
      source: contact?.consents[0]?.source ?? "…",
      unsubscribe: `${ctx.origin}/my/unsubscribe/`,
    };
    return { locale: language, subject: made.subject(to), html: made.html(to), text: made.text(to) };
  },
});
