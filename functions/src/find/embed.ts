import { createHash } from "node:crypto";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { listUpcoming } from "@lingxi/core/publication";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Env } from "../api/types.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("灵犀计划 · 近期活动", "Lingxi programme · Coming up"),
  none: w("近期没有活动。", "Nothing is coming up."),
  all: w("查看全部活动", "All events"),
};

const light = "--paper:#fff;--ink:#1c2330;--muted:#5a6474;--line:#e3e6eb;--accent:#0b5d57";
const dark = "--paper:#14191f;--ink:#e8ecf1;--muted:#a3adba;--line:#2c343e;--accent:#6fd3c7";
const look = (theme: string) => {
  const colours =
    theme === "dark"
      ? `:root{color-scheme:dark;${dark}}`
      : theme === "light"
        ? `:root{color-scheme:light;${light}}`
        : `:root{color-scheme:light dark;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`;
  return `${colours}*{box-sizing:border-box}body{margin:0;padding:16px;background:var(--paper);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;overflow-wrap:anywhere}h1{margin:0 0 8px;font-size:18px;line-height:1.35}ul{margin:0;padding:0;list-style:none}li{padding:12px 0;border-top:1px solid var(--line)}a{color:var(--accent);text-underline-offset:.2em}a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}li a{font-weight:600}p{margin:4px 0 0;color:var(--muted);font-size:14px;font-variant-numeric:tabular-nums}.all{margin-top:12px}`;
};

/**
 * The next activities as a page that may stand in a frame of any site: no script, no cookie, nothing loaded from anywhere. It alone allows frames; in
 * which one it stands it does not learn, since its links send no referrer.
 */
export async function embedPage(c: Context<Env>): Promise<Response> {
  const { ctx, locale } = c.var;
  const query = c.req.query();
  const { items } = await listUpcoming(ctx, {
    chain: /^[\w-]{1,60}$/.test(query.chain ?? "") ? query.chain : "",
    limit: query.limit ?? 5,
  });
  const base = `${ctx.origin}${locale === "en" ? "/en" : ""}`;
  const style = look(query.theme ?? "");
  const away = raw('target="_blank" rel="noopener"');
  const body = html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${words.title[locale]}</title><style>${raw(style)}</style></head><body>
<h1>${words.title[locale]}</h1>
${
  items.length
    ? html`<ul>${items.map(
        (one) => html`<li><a href="${base}/activities/${one.id}/" ${away}>${say(one.title, locale)}</a>
<p>${formatRange(one.startsAt, one.endsAt, locale, one.timeZone)} · ${say(one.venue, locale)}</p></li>`,
      )}</ul>`
    : html`<p>${words.none[locale]}</p>`
}
<p class="all"><a href="${base}/activities/" ${away}>${words.all[locale]}</a></p>
</body></html>`;
  const digest = createHash("sha256").update(style).digest("base64");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  );
  c.header("referrer-policy", "no-referrer");
  c.header("cache-control", "public, max-age=60");
  return c.html(String(await body));
}
