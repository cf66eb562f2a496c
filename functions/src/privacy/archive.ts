import type { Holding } from "@lingxi/core/consent/schema";
import { fill, type Locale } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { keptRecords, type OwnData } from "@lingxi/core/privacy/schema";
import { html, raw } from "hono/html";
import { holdingParts } from "./parts.ts";
import { words } from "./words.ts";

interface Made {
  readonly locale: Locale;
  readonly now: Date;
  /** Of the site: what a file leads to has a whole address. */
  readonly origin: string;
}

/** Everything on one person as a page that needs nothing beside itself. */
export const archivePage = async (data: OwnData, { locale, now, origin }: Made): Promise<string> => {
  const title = fill(words.about[locale], { email: data.email });
  const base = `${origin}${locale === "en" ? "/en" : ""}`;
  const paperOf = ({ paper }: Holding) => (paper ? html`<p><a href="${base}${paper.path}">${paper.label[locale]}</a></p>` : "");
  const body = html`<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body>
    <h1>${title}</h1><p>${fill(words.made[locale], { at: formatTime(now.toISOString(), locale) })}</p>
    ${data.holdings.length ? "" : html`<p>${words.none[locale]}</p>`}
    ${data.holdings.map((holding) => html`<section><h2>${holding.title[locale]}</h2>${holdingParts(holding, locale)}${paperOf(holding)}</section>`)}
    <h2>${words.kept[locale]}</h2><ul>${keptRecords.map((kept) => html`<li>${kept[locale]}</li>`)}</ul>
  </body></html>`;
  return `<!doctype html>${raw(await body)}`;
};

/** The same for programs. */
export const archiveData = (data: OwnData, now: Date, origin: string): object => ({
  about: data.email,
  made: now.toISOString(),
  held: data.holdings.map(({ kind, id, title, facts, consents, record, paper }) => ({
    ...{ kind, id, title, facts, consents, record },
    ...(paper ? { paper: { label: paper.label, address: `${origin}${paper.path}` } } : {}),
  })),
});
