import MarkdownIt from "markdown-it";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Mail clients drop style sheets, so each element carries its own. */
const styles: Readonly<Record<string, string>> = {
  p: "margin:0 0 16px",
  h1: "margin:24px 0 12px;font-size:20px;line-height:1.35",
  h2: "margin:24px 0 12px;font-size:18px;line-height:1.35",
  h3: "margin:20px 0 8px;font-size:16px;line-height:1.35",
  ul: "margin:0 0 16px;padding-left:24px",
  ol: "margin:0 0 16px;padding-left:24px",
  li: "margin:0 0 4px",
  a: "color:#0b5d57",
  blockquote: "margin:0 0 16px;padding-left:16px;border-left:3px solid #c9ced6;color:#5a6474",
  table: "border-collapse:collapse;margin:0 0 16px",
  th: "border:1px solid #c9ced6;padding:6px 10px;text-align:left",
  td: "border:1px solid #c9ced6;padding:6px 10px",
  img: "max-width:100%;height:auto",
  hr: "border:0;border-top:1px solid #e3e6eb;margin:24px 0",
  pre: "margin:0 0 16px;white-space:pre-wrap",
};

/** Markdown as the HTML and the text of a mail. No HTML from the writer; links are https, mailto, or paths of our own site. */
export function renderMarkdown(source: string, origin: string): { html: string; text: string } {
  const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
  const normalize = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => normalize(url.startsWith("/") && !url.startsWith("//") ? `${origin}${url}` : url);
  md.validateLink = (url) => /^(https:\/\/|mailto:)/i.test(url) || url.startsWith(`${origin}/`);
  md.core.ruler.push("styles", (state) => {
    for (const token of state.tokens.flatMap((t) => [t, ...(t.children ?? [])])) {
      const style = styles[token.tag];
      if (style && token.nesting >= 0) token.attrSet("style", style);
    }
  });
  const tokens = md.parse(source, {});
  return { html: md.renderer.render(tokens, md.options, {}), text: toText(tokens) };
}

function toText(tokens: readonly Token[]): string {
  const lists: { ordered: boolean; next: number }[] = [];
  let out = "";
  for (const token of tokens) {
    switch (token.type) {
      case "inline":
        out += inline(token.children ?? []);
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        lists.push({ ordered: token.type === "ordered_list_open", next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        if (!lists.length) out += "\n";
        break;
      case "list_item_open": {
        const list = lists.at(-1);
        out += `${"  ".repeat(lists.length - 1)}${list?.ordered ? `${list.next++}. ` : "- "}`;
        break;
      }
      case "paragraph_close":
      case "heading_close":
        out += lists.length ? "\n" : "\n\n";
        break;
      case "th_close":
      case "td_close":
        out += " | ";
        break;
      case "tr_close":
        out = `${out.replace(/ \| $/, "")}\n`;
        break;
      case "table_close":
        out += "\n";
        break;
      case "hr":
        out += "----\n\n";
        break;
      case "fence":
      case "code_block":
        out += `${token.content}\n`;
        break;
    }
  }
  return out.replace(/\n{3,}/g, "\n\n").trim();
}

function inline(tokens: readonly Token[]): string {
  let out = "";
  const links: { href: string; from: number }[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") links.push({ href: String(token.attrGet("href") ?? ""), from: out.length });
    else if (token.type === "link_close") {
      const link = links.pop();
      const said = link ? out.slice(link.from) : "";
      if (link && said !== link.href && `mailto:${said}` !== link.href) out += ` (${link.href})`;
    } else if (token.type === "softbreak" || token.type === "hardbreak") out += "\n";
    else if (token.type === "image") out += token.content;
    else out += token.content;
  }
  return out;
}
