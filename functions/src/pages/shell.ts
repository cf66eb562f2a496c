import type { Locale } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Status } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";

type Html = ReturnType<typeof html>;

const kept = new Map<Locale, { text: string; until: number }>();

/**
 * The frame of the site that pages made on request stand in: rendered with the site, read from it, kept for a minute.
 * Without a published site there is a bare frame, so that forms work all the same.
 */
async function frame(c: Context<Env>): Promise<string> {
  const { locale, ctx } = c.var;
  const now = ctx.now().getTime();
  const known = kept.get(locale);
  if (known && known.until > now) return known.text;
  try {
    const answer = await fetch(`${ctx.origin}${locale === "en" ? "/en" : ""}/_shell/`, {
      signal: AbortSignal.timeout(2000),
      redirect: "error",
    });
    const text = await answer.text();
    if (answer.ok && text.includes("<!--content-->")) {
      kept.set(locale, { text, until: now + 60_000 });
      return text;
    }
  } catch {
    ctx.log.error("the frame of the site could not be read");
  }
  return (
    known?.text ??
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title><!--title--></title></head><body><main><!--content--></main></body></html>`
  );
}

/** Answers with a page in the frame of the site. */
export async function page(c: Context<Env>, title: string, content: Html, status: 200 | Status = 200): Promise<Response> {
  const text = await frame(c);
  const here = c.req.path.replace(/^\/en(?=\/)/, "");
  const { search } = new URL(c.req.url);
  const other = c.var.alternate ?? (c.var.locale === "en" ? here : `/en${here}`);
  const [body, name, alternate] = [String(await content), String(await html`${title}`), String(await html`${other + search}`)];
  const filled = text
    .replaceAll("<!--title-->", () => name)
    .replaceAll("<!--alternate-->", () => alternate)
    .replace("<!--content-->", () => body);
  c.header("x-robots-tag", "noindex");
  c.header("referrer-policy", "no-referrer");
  return c.html(filled, status);
}

/** An address in the reader's language. */
export const here = (c: Context<Env>, path: string) => (c.var.locale === "en" ? `/en${path}` : path);
