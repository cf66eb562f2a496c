import type { Holding } from "@lingxi/core/consent/schema";
import { fill } from "@lingxi/core/platform/text";
import { keptRecords } from "@lingxi/core/privacy/schema";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { here, page } from "../pages/shell.ts";
import { words } from "./words.ts";

/** Leads to the paper that a person can have of something. */
export const paperLink = (c: Context<Env>, { paper }: Holding) =>
  paper ? html`<p><a class="arrow" href="${here(c, paper.path)}" download>${paper.label[c.var.locale]}</a></p>` : "";

/** To take along what is held, and to have it erased; `base` is the address below which both are answered. */
export const takeAndErase = (c: Context<Env>, base: string) => {
  const { locale } = c.var;
  return html`<section class="stack"><h2>${words.take[locale]}</h2><p>${words.takeHelp[locale]}</p>
      <p class="actions"><a class="button button--quiet" href="${base}/archive.html" download>${words.page[locale]}</a> <a class="button button--quiet" href="${base}/archive.json" download>${words.data[locale]}</a></p></section>
    <section class="stack" id="erase"><h2>${words.erase[locale]}</h2><p>${words.eraseHelp[locale]}</p>
      <ul>${keptRecords.map((kept) => html`<li>${kept[locale]}</li>`)}</ul>
      <form class="stack" method="post" action="${base}/erase"><label class="check"><input type="checkbox" name="sure" value="yes"> ${words.eraseConfirm[locale]}</label>
      <button class="button button--danger" type="submit">${words.erase[locale]}</button></form></section>`;
};

/** Said after everything was erased. */
export function erasedPage(c: Context<Env>, count: number) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack"><h1>${words.erasedTitle[locale]}</h1>
    <div class="notice notice--success" role="status"><p>${fill(words.erased[locale], { count })}</p></div>
    <h2>${words.kept[locale]}</h2><ul>${keptRecords.map((kept) => html`<li>${kept[locale]}</li>`)}</ul>
    <p><a class="button button--quiet" href="${here(c, "/")}">${words.back[locale]}</a></p></div>`;
  return page(c, words.erasedTitle[locale], body);
}

/** A file for its owner: kept by nobody on the way. */
export const asFile = (name: string, type: string) => ({
  "content-type": type,
  "content-disposition": `attachment; filename="${name}"`,
  "cache-control": "no-store",
});
