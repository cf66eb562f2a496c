import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import type { Locale } from "../platform/text.ts";
import { type Compiled, compileCampaign, localeFor } from "./compile.ts";
import type { CampaignRecord, ContactRecord } from "./entity.ts";
import { invitationToken } from "./invitation-link.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

/** The letters of one campaign: each language is compiled when it is first needed. */
export function lettersOf(
  ctx: Ctx,
  campaign: Pick<CampaignRecord, "kind" | "subject" | "body"> & Partial<Pick<CampaignRecord, "audience">>,
) {
  const activityId = campaign.audience?.activityId;
  const base = (locale: Locale) => (locale === "en" ? `${ctx.origin}/en` : ctx.origin);
  const compiled = new Map<Locale, Compiled>();
  return (contact: Pick<ContactRecord, "person" | "email" | "name" | "organisation" | "locale" | "consents">): Message => {
    const locale = localeFor(campaign, contact.locale);
    const made = compiled.get(locale) ?? compileCampaign(campaign, locale, ctx.origin);
    compiled.set(locale, made);
    const unsubscribe = unsubscribeUrl(ctx, contact.person);
    const to = {
      name: contact.name,
      organisation: contact.organisation,
      unsubscribe,
      ...(activityId ? { invitation: `${base(locale)}/my/invitations/${invitationToken(ctx, activityId, contact.person)}` } : {}),
      source: contact.consents[0]?.source ?? "",
    };
    return {
      to: { address: contact.email, ...(contact.name ? { name: contact.name } : {}) },
      subject: made.subject(to),
      html: made.html(to),
      text: made.text(to),
      locale,
      headers: listHeaders(ctx, unsubscribe),
    };
  };
}

/** What mailbox providers ask of list mail: RFC 8058 one-click, RFC 2919, RFC 3834. */
export function listHeaders(ctx: Ctx, unsubscribe: string): Record<string, string> {
  const domain = ctx.mailer.from.replace(/^.*@|>.*$/g, "");
  return {
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `Lingxi notices <notices.${domain}>`,
    Precedence: "bulk",
    "Auto-Submitted": "auto-generated",
  };
}
