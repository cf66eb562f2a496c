import MarkdownIt from "markdown-it";
import { fill, type Locale, type Words } from "../platform/text.ts";
import type { Block } from "./leaf.ts";

const markdown = new MarkdownIt({ html: false, linkify: false });
type Token = ReturnType<typeof markdown.parse>[number];

/** No page of ours holds so many characters: what comes after them would be cut in any case. */
const enough = 8000;

const words = {
  picture: { "zh-CN": "〔图：{alt}〕", en: "[Picture: {alt}]" },
  cell: { "zh-CN": "{head}：{cell}", en: "{head}: {cell}" },
} satisfies Record<string, Words>;

/** Markdown as running text: the wording stays, links and emphasis lose their form, a picture is named, a row of a table becomes a point. */
export function blocksOf(text: string, locale: Locale): Block[] {
  const blocks: Block[] = [];
  const lists: { next: number | undefined }[] = [];
  let as: Block["as"] = "paragraph";
  let mark: string | undefined;
  let heads: string[] = [];
  let cells: string[] = [];
  let length = 0;
  const add = (said: string) => {
    if (said && length < enough)
      blocks.push({ as, text: said.slice(0, enough - length).toWellFormed(), ...(mark && as === "item" ? { mark } : {}) });
    length += said.length;
    // What follows within the same point is a paragraph of its own.
    [as, mark] = ["paragraph", undefined];
  };
  for (const token of markdown.parse(text, {})) {
    switch (token.type) {
      case "heading_open":
        as = "heading";
        break;
      case "bullet_list_open":
        lists.push({ next: undefined });
        break;
      case "ordered_list_open":
        lists.push({ next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open": {
        const list = lists.at(-1);
        as = "item";
        mark = list?.next === undefined ? "•" : `${list.next++}.`;
        break;
      }
      case "thead_open":
        heads = [];
        break;
      case "tr_open":
        cells = [];
        break;
      case "thead_close":
        heads = cells;
        break;
      case "tr_close":
        if (heads.length) {
          [as, mark] = ["item", "•"];
          add(rowText(heads, cells, locale));
        }
        break;
      case "table_close":
        heads = [];
        break;
      case "th_open":
      case "td_open":
        cells.push("");
        break;
      case "fence":
      case "code_block":
        add(token.content.trim());
        break;
      case "inline":
        if (token.level > 2 && cells.length && cells.at(-1) === "") cells[cells.length - 1] = inline(token, locale);
        else add(inline(token, locale));
        break;
    }
    if (token.type === "table_close") cells = [];
  }
  return blocks;
}

const rowText = (heads: readonly string[], cells: readonly string[], locale: Locale): string =>
  cells
    .map((cell, i) => (heads[i] && cell ? fill(words.cell[locale], { head: heads[i] ?? "", cell }) : cell))
    .filter(Boolean)
    .join(locale === "en" ? "; " : "；");

function inline({ children }: Token, locale: Locale): string {
  let text = "";
  for (const child of children ?? []) {
    if (child.type === "text" || child.type === "code_inline" || child.type === "html_inline") text += child.content;
    else if (child.type === "image") text += child.content ? fill(words.picture[locale], { alt: child.content }) : "";
    // A line of the source ends where its writer wrapped it: no space between Han.
    else if (child.type === "softbreak" || child.type === "hardbreak")
      text += /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]$/.test(text) ? "" : " ";
  }
  return text.trim();
}
