import { sizeOf, sourcesOf } from "@lingxi/core/picture/schema";
import MarkdownIt from "markdown-it";

// http(s), mailto, or no scheme and no host of its own.
const allowed = /^(?:https?:\/\/|mailto:|(?!\/[/\\]|\\|[a-z][a-z\d+.-]*:))/i;
const ownPicture = /^\/(?![/\\])/;
const external = /^https?:\/\//i;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (url) => allowed.test(url.trim());

const { rules } = markdown.renderer;
type Token = ReturnType<typeof markdown.parse>[number];
const fallback: NonNullable<(typeof rules)["link_open"]> = (tokens, index, options, _env, self) =>
  self.renderToken(tokens, index, options);

rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (token && external.test(String(token.attrGet("href")))) token.attrSet("rel", "noopener");
  return fallback(tokens, index, options, env, self);
};

/** How wide a picture stands in long reading: the measure of the text, or the screen. */
const sizes = "(min-width: 48em) 680px, 100vw";

// A picture from elsewhere would tell its host who reads here: its description is shown instead.
rules.image = (tokens, index, options, env, self) => {
  const token = tokens[index];
  const src = String(token?.attrGet("src"));
  if (!token || !ownPicture.test(src)) return markdown.utils.escapeHtml(token?.content ?? "");
  token.attrSet("alt", self.renderInlineAsText(token.children ?? [], options, env));
  const size = sizeOf(src);
  // Its path says how large it is, so that nothing moves when it arrives.
  if (size) for (const [name, value] of Object.entries(size)) token.attrSet(name, String(value));
  token.attrSet("loading", "lazy");
  token.attrSet("decoding", "async");
  const sources = sourcesOf({ src }).map(({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${sizes}">`);
  const img = self.renderToken(tokens, index, options);
  return sources.length ? `<picture>${sources.join("")}${img}</picture>` : img;
};

rules.table_open = () => '<div class="table-scroll" tabindex="0"><table class="table">\n';
rules.table_close = () => "</table></div>\n";

// A column's alignment comes as a style; nothing is inline here, so a column set to the right, as figures are, has the class for figures.
for (const rule of ["th_open", "td_open"] as const) {
  rules[rule] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const right = String(token?.attrGet("style")).includes("right");
    if (token) token.attrs = right ? [["class", "number"]] : null;
    return fallback(tokens, index, options, env, self);
  };
}

export interface Heading {
  readonly id: string;
  /** 2 to 6. */
  readonly level: number;
  readonly text: string;
}

/** The page has the only h1, and screen readers walk by levels: a text's headings begin at the level it stands at, and none is skipped. */
function setLevels(tokens: readonly Token[], level: number): Heading[] {
  const opens = tokens.filter(({ type }) => type === "heading_open");
  const top = Math.min(...opens.map(({ tag }) => Number(tag.slice(1))));
  let last = level - 1;
  return opens.map((open, n) => {
    const at = tokens.indexOf(open);
    const close = tokens.slice(at).find(({ type }) => type === "heading_close");
    last = Math.min(6, last + 1, Number(open.tag.slice(1)) - top + level);
    open.tag = `h${last}`;
    if (close) close.tag = open.tag;
    const text = (tokens[at + 1]?.children ?? []).filter(({ type }) => type === "text" || type === "code_inline");
    return { id: `part-${n + 1}`, level: last, text: text.map(({ content }) => content).join("") };
  });
}

const htmlOf = (tokens: Token[]) => markdown.renderer.render(tokens, markdown.options, {});

/**
 * Markdown to HTML: raw HTML appears as text, links go to http(s), mailto or this site, pictures come from this site.
 * `level`: that of its highest headings.
 */
export function markdownToHtml(text: string, level = 2): string {
  const tokens = markdown.parse(text, {});
  setLevels(tokens, level);
  return htmlOf(tokens);
}

/** The same with an id on each heading, and the headings that make a table of contents: three or more of the highest levels. */
export function withContents(text: string): { html: string; contents: readonly Heading[] } {
  const tokens = markdown.parse(text, {});
  const headings = setLevels(tokens, 2);
  for (const [n, open] of tokens.filter(({ type }) => type === "heading_open").entries())
    open.attrSet("id", headings[n]?.id ?? "");
  const contents = [2, 3].map((lowest) => headings.filter(({ level }) => level <= lowest)).find((list) => list.length > 2);
  return { html: htmlOf(tokens), contents: contents ?? [] };
}
