import { entity } from "../platform/entity.ts";
import { escapeHtml } from "../platform/html.ts";
import type { Message } from "../platform/mail/compose.ts";
import type { Locale } from "../platform/text.ts";
import type { PersonalField } from "./kinds-schema.ts";

/** What differs from one recipient to the next. */
export type Personal = Partial<Record<PersonalField, string | undefined>> & {
  readonly unsubscribe: string;
  /** Of an invitation: the recipient's own link. */
  readonly invitation?: string | undefined;
  readonly source: string;
};

/** Where something of the recipient stands, and what is said where there is none. */
export interface Slot {
  readonly name: keyof Personal;
  readonly fallback: string;
}

/** A mail of one text in one language, made once. Only what stands in its slots is left for each recipient. Holds nothing personal. */
export interface Made {
  readonly locale: Locale;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly slots: readonly Slot[];
  /** The same as Markdown for a public page: of nobody, with what is said where a field is empty. */
  readonly page: string;
  readonly calendar?: NonNullable<Message["calendar"]> | undefined;
}

/** What a test was sent of, and what goes to everybody once that is approved. Written once. */
export interface MadeRecord extends Made {
  readonly campaignId: string;
  readonly testId: string;
}

export const MadeMail = entity<MadeRecord, { campaignId: string; testId: string; locale: Locale }>({
  type: "campaign-made",
  key: ({ campaignId, testId, locale }) => ({ pk: `campaign#${campaignId}`, sk: `made#${testId}#${locale}` }),
});

/** Characters for private use that no text may hold: they mark where a recipient's own words go. */
export const [open, close] = ["\uE000", "\uE001"];
const slotPattern = new RegExp(`${open}(\\d+)${close}`);

export interface Filled {
  readonly subject: (to: Personal) => string;
  readonly html: (to: Personal) => string;
  readonly text: (to: Personal) => string;
}

/** Puts a recipient's words into a mail that was made. A name is never read as Markdown or as HTML. */
export const filling = ({ subject, html, text, slots }: Made): Filled => ({
  subject: template(subject, slots, (value) => value.replace(/\s+/g, " ")),
  html: template(html, slots, escapeHtml),
  text: template(text, slots, (value) => value),
});

function template(source: string, slots: readonly Slot[], write: (value: string) => string): (to: Personal) => string {
  const parts = source.split(slotPattern);
  return (to) =>
    parts
      .map((part, i) => {
        const of = i % 2 ? slots[Number(part)] : undefined;
        return of ? write(to[of.name] || of.fallback) : part;
      })
      .join("");
}
