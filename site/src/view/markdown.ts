import MarkdownIt from "markdown-it";

// http(s), mailto, or no scheme and no host of its own.
const allowed = /^(?:https?:\/\/|mailto:|(?!\/[/\\]|\\|[a-z][a-z\d+.-]*:))/i;
const ownPicture = /^\/(?![/\\])/;
const external = /^https?:\/\//i;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (url) => allowed.test(url.trim());

const { rules } = markdown.renderer;
const fallback: NonNullable<(typeof rules)["link_open"]> = (tokens, index, options, _env, self) =>
  self.renderToken(tokens, index, options);

// The page has the only h1, so a text's headings start one level lower.
for (const rule of ["heading_open", "heading_close"] as const) {
  rules[rule] = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`;
    return fallback(tokens, index, options, env, self);
  };
}

rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (token && external.test(String(token.attrGet("href")))) token.attrSet("rel", "noopener");
  return fallback(tokens, index, options, env, self);
};

// A picture from elsewhere would tell its host who reads here: its description is shown instead.
const picture = rules.image;
rules.image = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (!token || !ownPicture.test(String(token.attrGet("src")))) return markdown.utils.escapeHtml(token?.content ?? "");
  token.attrSet("loading", "lazy");
  return picture ? picture(tokens, index, options, env, self) : "";
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

/** Markdown to HTML: raw HTML appears as text, links go to http(s), mailto or this site, pictures come from this site. */
export const markdownToHtml = (text: string): string => markdown.render(text);
