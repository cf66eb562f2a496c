import MarkdownIt from "markdown-it";
import { sizeOf } from "../picture/schema.ts";
import { said, type Text } from "./findings.ts";
import type { Finding } from "./schema.ts";

type Found = Omit<Finding, "ticked">;
type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

const markdown = new MarkdownIt({ html: false, linkify: false });
// What the page will not make a link of is looked at here all the same, so that it can be named.
markdown.validateLink = () => true;

/** A link to a page of this site, for somebody to see whether it is there. */
export interface Internal {
  readonly path: string;
  readonly finding: Found;
}

interface Piece {
  readonly token: Token;
  readonly next: Token | undefined;
  /** From 1. */
  readonly line: number;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const token of markdown.parse(text, {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    const children = token.children ?? [];
    for (const [i, child] of [token, ...children].entries()) found.push({ token: child, next: children[i], line });
  }
  return found;
}

/**
 * What a reader of a Markdown text would stumble over: pictures that cannot be shown or are not described, links that lead nowhere,
 * headings that skip a level, HTML. Links within the site come back to be looked up.
 * @param base address of the page, to which relative links belong
 */
export function checkMarkdown(
  text: Text,
  base: string,
  digest: (value: string) => string,
): { found: Found[]; internal: Internal[] } {
  const found: Found[] = [];
  const internal: Internal[] = [];
  let level = 0;
  for (const { token, next, line } of pieces(text.text)) {
    const finding = (rule: string, value: string, zh: string, en: string, more: Partial<Found> = {}): Found => ({
      key: `${rule}:${text.field}:${digest(value)}`,
      level: "blocking",
      field: text.field,
      message: said(text.label, `第 {line} 行，${zh}`, `line {line}, ${en}`, { line, what: brief(value) }),
      ...more,
    });
    const advice = { level: "advice", tick: "ignore" } as const;
    if (token.type === "image") {
      const src = String(token.attrGet("src") ?? "");
      if (!token.content.trim())
        found.push(
          finding(
            "no-alt",
            src,
            "图片没有说明。请在 ![ ] 中写上图上是什么。",
            "a picture has no description. Write between ![ and ] what it shows.",
          ),
        );
      if (/^https?:/i.test(src))
        found.push(
          finding(
            "foreign-picture",
            src,
            "其他网站的图片不会显示，只显示说明。请上传后插入。",
            "a picture of another site is not shown, only described. Upload it and insert it.",
            advice,
          ),
        );
      else if (!isStored(src))
        found.push(
          finding(
            "no-picture",
            src,
            "图片“{what}”不存在。请重新上传后插入。",
            'there is no picture "{what}". Upload it again and insert it.',
          ),
        );
    }
    if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      if (next?.type === "link_close")
        found.push(
          finding(
            "no-link-text",
            href,
            "链接没有文字。请在 [ ] 中写上去哪里。",
            "a link has no text. Write between [ and ] where it leads.",
            advice,
          ),
        );
      const target = targetOf(href, base);
      if (target === "broken")
        found.push(
          finding(
            "bad-link",
            href,
            "链接“{what}”的写法不对。请用 https:// 开头的完整网址，或本站页面的路径。",
            'the link "{what}" is not written as one. Use a whole address with https://, or the path of a page here.',
          ),
        );
      else if (target.path)
        internal.push({
          path: target.path,
          finding: finding(
            "dead-link",
            href,
            "链接“{what}”指向的页面不存在或没有公开。请更换或删去。",
            'the link "{what}" leads to a page that is not there or not public. Change or remove it.',
          ),
        });
    }
    if (token.type === "heading_open") {
      const now = Number(token.tag.slice(1));
      if (level && now > level + 1)
        found.push(
          finding(
            "skipped-heading",
            `${level}-${now}`,
            `小标题从 ${"#".repeat(level)} 跳到了 ${"#".repeat(now)}。请逐级使用。`,
            `the headings skip from ${"#".repeat(level)} to ${"#".repeat(now)}. Go down one level at a time.`,
            advice,
          ),
        );
      level = now;
    }
    if (token.type === "text" && /<\/?[a-z][^<>]*>/i.test(token.content))
      found.push(
        finding(
          "html",
          token.content,
          "有 HTML 标记，会原样显示。请改用 Markdown。",
          "there is HTML, which is shown as it is written. Use Markdown.",
          advice,
        ),
      );
  }
  return { found, internal };
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const isStored = (src: string) => sizeOf(src) !== undefined || /^\/media\/pic_[0-9a-z]{26}-1600\.webp$/.test(src);

/** Where a link leads: a path of this site to be looked up, elsewhere (nothing to look up), or nowhere since it is no address. */
function targetOf(href: string, base: string): { readonly path?: string } | "broken" {
  if (href.startsWith("#")) return {};
  if (href === "" || href.length > 2000 || href.startsWith("//")) return "broken";
  if (/^mailto:/i.test(href)) return /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(href) ? {} : "broken";
  if (!URL.canParse(href, base)) return "broken";
  const url = new URL(href, base);
  if (url.origin === new URL(base).origin) return { path: decoded(url.pathname) };
  return /^https?:$/.test(url.protocol) && /^[^.]+(\.[^.]+)*\.[a-z\d-]{2,}$/i.test(url.hostname) ? {} : "broken";
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
