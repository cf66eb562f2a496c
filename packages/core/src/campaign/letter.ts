import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import type { Locale } from "../platform/text.ts";
import { compileCampaign, type Written } from "./compile.ts";
import type { ContactRecord } from "./entity.ts";
import { invitationToken } from "./invitation-link.ts";
import { allBases } from "./kinds-schema.ts";
import { localeFor } from "./languages.ts";
import { type Filled, filling, type Made } from "./made.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

/** The letters of one campaign, from what was made of it; a message without cards needs nothing made beforehand. */
export function lettersOf(ctx: Ctx, campaign: Written, made: ReadonlyMap<Locale, Made> = new Map()) {
  const activityId = campaign.audience?.activityId;
  const base = (locale: Locale) => (locale === "en" ? `${ctx.origin}/en` : ctx.origin);
  const ready = new Map<Locale, { mail: Made; fill: Filled }>();
  const inLanguage = (locale: Locale) => {
    const known = ready.get(locale);
    if (known) return known;
    const mail = made.get(locale) ?? compileCampaign(campaign, locale, ctx.origin);
    const one = { mail, fill: filling(mail) };
    ready.set(locale, one);
    return one;
  };
  return (contact: Pick<ContactRecord, "person" | "email" | "name" | "organisation" | "locale" | "consents">): Message => {
    const locale = localeFor(campaign, contact.locale);
    const { mail, fill } = inLanguage(locale);
    const unsubscribe = unsubscribeUrl(ctx, contact.person);
    const to = {
      name: contact.name,
      organisation: contact.organisation,
      unsubscribe,
      ...(activityId ? { invitation: `${base(locale)}/my/invitations/${invitationToken(ctx, activityId, contact.person)}` } : {}),
      source: contact.consents.find(({ basis }) => allBases[basis].kinds.includes(campaign.kind))?.source ?? "",
    };
    return {
      to: { address: contact.email, ...(contact.name ? { name: contact.name } : {}) },
      subject: fill.subject(to),
      html: fill.html(to),
      text: fill.text(to),
      locale,
      headers: listHeaders(ctx, unsubscribe),
      ...(mail.calendar ? { calendar: mail.calendar } : {}),
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
