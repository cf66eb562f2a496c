import { escapeHtml } from "../platform/html.ts";
import type { Locale } from "../platform/text.ts";

const font = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif";
const text = `${font};font-size:16px;line-height:1.75;color:#1c2330`;
const quiet = `${font};font-size:14px;line-height:1.6;color:#5a6474`;

/** Pixels of the column in which a mail stands, and of what is left of it for pictures. */
export const column = 600;
export const inner = 536;

/** For clients that know style sheets: the dark scheme, and a narrow window. Those that do not have all of it on the elements. */
const sheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "body{margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%}",
  "table{border-spacing:0}img{border:0;line-height:100%;outline:none}",
  `@media (max-width:${column + 23}px){.lx-outer{padding:0!important}.lx-pad{padding-left:20px!important;padding-right:20px!important}.lx-full{width:100%!important}}`,
  "@media (prefers-color-scheme:dark){.lx-ground{background:#12161d!important}.lx-sheet{background:#1c222c!important}.lx-pad,.lx-pad p,.lx-pad li,.lx-pad td,.lx-pad h1,.lx-pad h2,.lx-pad h3{color:#e6e9ee!important}.lx-quiet,.lx-quiet p,.lx-pad .lx-quiet{color:#a7b0be!important}.lx-pad a{color:#6fd3c8!important}.lx-card,.lx-line{border-color:#3a4352!important}.lx-pad a.lx-button{color:#ffffff!important}}",
]
  .join("")
  // Two braces in a mail are a field that was not filled in.
  .replaceAll("}}", "} }");

const table = (attributes: string, rows: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes}>${rows}</table>`;

/** Filled up with what no client shows, so that the line after the subject ends where it should. */
const hidden = (words: string) =>
  words &&
  `<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#f5f6f8">${escapeHtml(words)}${"&#8199;&#65279;&#847; ".repeat(40)}</div>`;

export interface Frame {
  readonly locale: Locale;
  readonly title: string;
  readonly preheader: string;
  /** Who writes. */
  readonly from: string;
  /** Rows of the mail, already HTML. */
  readonly rows: readonly string[];
  readonly foot: readonly string[];
}

/**
 * A whole mail: tables of 600 pixels, a table of its own for Outlook, each style on its element. What style sheets add is only better, never
 * needed.
 */
export function frame({ locale, title, preheader, from, rows, foot }: Frame): string {
  const outlook = `<!--[if mso]>${`<table role="presentation" width="${column}" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>`}<![endif]-->`;
  const ended = "<!--[if mso]></td></tr></table><![endif]-->";
  const sheetRows = [
    `<tr><td class="lx-pad lx-quiet" style="padding:32px 32px 0;${quiet}">${escapeHtml(from)}</td></tr>`,
    `<tr><td class="lx-pad" style="padding:16px 32px 0;${font};color:#1c2330"><h1 style="margin:0;font-size:22px;line-height:1.35;font-weight:700">${escapeHtml(title)}</h1></td></tr>`,
    ...rows.map(
      (row) =>
        `<tr><td class="lx-pad" style="padding:16px 32px 0;${text};word-break:break-word;overflow-wrap:anywhere">${row}</td></tr>`,
    ),
    `<tr><td class="lx-pad lx-quiet" style="padding:32px;${quiet}">${rule}${foot.map((row) => `<p style="margin:12px 0 0">${row}</p>`).join("\n")}</td></tr>`,
  ];
  const middle = table(
    `width="100%" align="center" class="lx-sheet" bgcolor="#ffffff" style="max-width:${column}px;margin:0 auto;background:#ffffff;border-radius:8px"`,
    sheetRows.join("\n"),
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><meta name="x-apple-disable-message-reformatting"><title>${escapeHtml(title)}</title><style>${sheet}</style></head>
<body class="lx-ground" style="margin:0;padding:0;background:#f5f6f8">${hidden(preheader)}
${table(
  'width="100%" class="lx-ground" bgcolor="#f5f6f8" style="background:#f5f6f8"',
  `<tr><td class="lx-outer" align="center" style="padding:24px 12px">${outlook}${middle}${ended}</td></tr>`,
)}
</body></html>`;
}

/** A line across. */
export const rule = '<div class="lx-line" style="border-top:1px solid #e3e6eb;font-size:1px;line-height:1px">&nbsp;</div>';

export const heading = (words: string) =>
  `<h2 style="margin:8px 0 0;font-size:18px;line-height:1.35;font-weight:700">${escapeHtml(words)}</h2>`;

/** A button whose ground is a table cell, so that it keeps its shape where links cannot be blocks. */
export const button = (words: string, href: string) =>
  table(
    "",
    `<tr><td bgcolor="#0b5d57" align="center" style="border-radius:6px;background:#0b5d57;mso-padding-alt:12px 24px"><a class="lx-button" href="${escapeHtml(href)}" style="display:inline-block;padding:12px 24px;${font};font-size:16px;line-height:1.35;color:#ffffff;text-decoration:none;border-radius:6px">${escapeHtml(words)}</a></td></tr>`,
  );

export const link = (words: string, href: string) =>
  `<a href="${escapeHtml(href)}" style="color:#0b5d57">${escapeHtml(words)}</a>`;

/** A picture as wide as the column, or as it is. Outlook goes by the attribute, everything else by the style. */
export function picture(shown: { src: string; alt: string; width: number; height: number; href?: string | undefined }): string {
  const width = Math.min(inner, shown.width);
  const image = `<img class="lx-full" src="${escapeHtml(shown.src)}" alt="${escapeHtml(shown.alt)}" width="${width}" style="display:block;width:${width}px;max-width:100%;height:auto;border:0">`;
  return shown.href ? `<a href="${escapeHtml(shown.href)}" style="color:#0b5d57">${image}</a>` : image;
}

/** Something public in a box: its title, a few facts, a sentence, and the way to it. */
export function card(shown: {
  label: string;
  title: string;
  facts: readonly (readonly [string, string])[];
  summary: string;
  more: string;
  href: string;
}): string {
  const facts = shown.facts
    .map(
      ([name, value]) =>
        `<tr><td class="lx-quiet" valign="top" style="padding:2px 16px 2px 0;${quiet};white-space:nowrap">${escapeHtml(name)}</td><td valign="top" style="padding:2px 0;${font};font-size:14px;line-height:1.6;color:#1c2330">${escapeHtml(value)}</td></tr>`,
    )
    .join("");
  return table(
    'width="100%" class="lx-card" style="border:1px solid #c9ced6;border-radius:8px"',
    `<tr><td style="padding:16px 20px;${text}"><p class="lx-quiet" style="margin:0;${quiet}">${escapeHtml(shown.label)}</p><p style="margin:4px 0 8px;font-size:18px;line-height:1.35;font-weight:700">${link(shown.title, shown.href)}</p>${facts ? table("", facts) : ""}${shown.summary ? `<p style="margin:8px 0 0">${escapeHtml(shown.summary)}</p>` : ""}<p style="margin:12px 0 0">${link(shown.more, shown.href)}</p></td></tr>`,
  );
}
