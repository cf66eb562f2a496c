import { escapeHtml } from "../html.ts";
import type { Locale, Words } from "../text.ts";

/** The parts of a mail that people read; the HTML and the text are both made from them, so that neither lacks what the other has. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: "button"; readonly text: string; readonly href: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "picture"; readonly src: string; readonly alt: string; readonly size: number }
  | { readonly kind: "raw"; readonly html: string; readonly text: string };

const font = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif";
/** What stands in every mail to a person: who writes, and the way to all that is held on them. */
export const letterWords = {
  from: { "zh-CN": "灵犀计划 · 陕西知识产权转化运用", en: "Lingxi Programme · Shaanxi" },
  myData: { "zh-CN": "查看、下载或删除我的全部信息", en: "See, download or erase all my data" },
} satisfies Record<string, Words>;
const { from, myData } = letterWords;

/** At the foot of every mail to somebody whose data are held: the way to all of them. Holds no secret; the page asks for the address. */
export const myDataLink = (origin: string, locale: Locale): Block => ({
  kind: "link",
  text: myData[locale],
  href: `${origin}${locale === "en" ? "/en" : ""}/forms/my-data`,
});

/** A letter in the reader's language as HTML and as text. */
export function letter(
  locale: Locale,
  title: string,
  blocks: readonly Block[],
  footer: readonly Block[] = [],
): { html: string; text: string } {
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f5f6f8;color:#1c2330;${font};font-size:16px;line-height:1.75">
<div style="max-width:600px;margin:0 auto;background:#ffffff;border-radius:8px;padding:32px">
<p style="margin:0 0 24px;color:#5a6474;font-size:14px">${from[locale]}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.35">${escapeHtml(title)}</h1>
${blocks.map(blockHtml).join("\n")}
${footer.length ? `<div style="margin-top:32px;padding-top:16px;border-top:1px solid #e3e6eb;color:#5a6474;font-size:14px">${footer.map(blockHtml).join("\n")}</div>` : ""}
</div></body></html>`;
  const text = [title, ...blocks.map(blockText), ...(footer.length ? ["-- ", ...footer.map(blockText)] : []), from[locale]]
    .filter(Boolean)
    .join("\n\n");
  return { html, text };
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${escapeHtml(block.text).replaceAll("\n", "<br>")}</p>`;
    case "facts":
      return `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${block.facts
        .map(
          ([k, v]) =>
            `<tr><td style="padding:4px 16px 4px 0;color:#5a6474;vertical-align:top;white-space:nowrap">${escapeHtml(k)}</td><td style="padding:4px 0;word-break:break-word;overflow-wrap:anywhere">${escapeHtml(v).replaceAll("\n", "<br>")}</td></tr>`,
        )
        .join("")}</table>`;
    case "button":
      return `<p style="margin:24px 0"><a href="${escapeHtml(block.href)}" style="display:inline-block;background:#0b5d57;color:#ffffff;padding:12px 24px;border-radius:6px;text-decoration:none">${escapeHtml(block.text)}</a></p>`;
    case "link":
      return `<p style="margin:0 0 16px"><a href="${escapeHtml(block.href)}" style="color:#0b5d57">${escapeHtml(block.text)}</a></p>`;
    case "picture":
      return `<p style="margin:0 0 16px"><img src="${escapeHtml(block.src)}" alt="${escapeHtml(block.alt)}" width="${block.size}" height="${block.size}" style="display:block;background:#ffffff"></p>`;
    case "raw":
      return block.html;
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "facts":
      return block.facts.map(([k, v]) => `${k}: ${v}`).join("\n");
    case "button":
    case "link":
      return `${block.text}:\n${block.href}`;
    case "picture":
      return "";
    case "raw":
      return block.text;
  }
}
