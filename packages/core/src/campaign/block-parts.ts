import { mailPictureOf } from "../picture/schema.ts";
import { escapeHtml } from "../platform/html.ts";
import { type Locale, say, type Words } from "../platform/text.ts";
import { formatRange } from "../platform/time.ts";
import type { MessageBlock } from "./blocks-schema.ts";
import type { Shown } from "./cards.ts";
import { withoutFields } from "./kinds-schema.ts";
import { button, card, heading, link, picture, rule } from "./mail-html.ts";
import { renderMarkdown } from "./markdown.ts";

/** The same thing for both parts of a mail. */
export interface Part {
  readonly html: string;
  readonly text: string;
}

/** A text of the product's own that Markdown must not read. */
const plainly = (text: string) => text.replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&").replace(/\s*\n\s*/g, " ");

/** A block as Markdown of a public page, with what is said where a field is empty. Calendar files stay with the mail. */
export function pageOf(block: MessageBlock, { locale, origin, shown }: Pick<Made, "locale" | "origin" | "shown">): string {
  const own = (href: string) => (href.startsWith(`${origin}/`) ? href.slice(origin.length) : href);
  switch (block.kind) {
    case "text":
      return withoutFields(say(block.text, locale), locale);
    case "heading":
      return `## ${plainly(withoutFields(say(block.text, locale), locale))}`;
    case "button":
      return `**[${plainly(say(block.text, locale))}](${own(block.href)})**`;
    case "picture": {
      const image = `![${plainly(say(block.picture.alt, locale))}](${block.picture.src})`;
      return block.href ? `[${image}](${own(block.href)})` : image;
    }
    case "card":
    case "calendar": {
      const one =
        block.kind === "card" ? shown.card(block.of, block.id, locale) : shown.card("activities", block.activityId, locale);
      if (!one) return "";
      const facts = one.facts.map(([name, value]) => `- ${plainly(name)}: ${plainly(value)}`).join("\n");
      return [`### [${plainly(one.title)}](${own(one.href)})`, facts, plainly(one.summary)].filter(Boolean).join("\n\n");
    }
    case "divider":
      return "---";
  }
}

const words = {
  when: { "zh-CN": "时间", en: "When" },
  where: { "zh-CN": "地点", en: "Where" },
  attached: {
    "zh-CN": "日历文件见附件，打开即可加入日程。",
    en: "The calendar file is attached: open it to put the date into your calendar.",
  },
} satisfies Record<string, Words>;

interface Made {
  readonly locale: Locale;
  readonly origin: string;
  readonly shown: Shown;
  /** Takes a writer's text with its fields, gives it with slots. */
  readonly marked: (text: string) => string;
}

/** A block as HTML and as text; nothing where what it shows is not public. */
export function partOf(block: MessageBlock, { locale, origin, shown, marked }: Made): Part | undefined {
  const whole = (href: string) => (href.startsWith("/") ? `${origin}${href}` : href);
  switch (block.kind) {
    case "text":
      return tight(renderMarkdown(marked(say(block.text, locale)), origin));
    case "heading": {
      const said = marked(say(block.text, locale));
      return { html: heading(said), text: `## ${said}` };
    }
    case "button": {
      const [said, href] = [say(block.text, locale), whole(block.href)];
      return { html: button(said, href), text: `${said}:\n${href}` };
    }
    case "picture": {
      const alt = say(block.picture.alt, locale);
      const href = block.href ? whole(block.href) : undefined;
      const { width, height, src } = mailPictureOf(block.picture);
      return { html: picture({ src: origin + src, alt, width, height, href }), text: href ? `[${alt}]\n${href}` : `[${alt}]` };
    }
    case "card": {
      const one = shown.card(block.of, block.id, locale);
      if (!one) return undefined;
      const facts = one.facts.map(([name, value]) => `${name}: ${value}`);
      return {
        html: card(one),
        text: [`${one.label}: ${one.title}`, ...facts, one.summary, one.href].filter(Boolean).join("\n"),
      };
    }
    case "calendar": {
      const activity = shown.activity(block.activityId);
      const one = shown.card("activities", block.activityId, locale);
      if (!activity || !one) return undefined;
      const range = formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone);
      const venue = say(activity.venue, locale);
      const lines = [`${words.when[locale]}: ${range}`, `${words.where[locale]}: ${venue}`, words.attached[locale]];
      const html = `<p style="margin:0"><strong>${link(one.title, one.href)}</strong><br>${lines.map(escapeHtml).join("<br>")}</p>`;
      return { html, text: [one.title, ...lines, one.href].join("\n") };
    }
    case "divider":
      return { html: rule, text: "----" };
  }
}

/** Without the space below its last paragraph: the row has its own. */
function tight({ html, text }: Part): Part {
  const below = "margin:0 0 16px";
  const at = html.lastIndexOf(below);
  return { html: at < 0 ? html : `${html.slice(0, at)}margin:0${html.slice(at + below.length)}`, text };
}
