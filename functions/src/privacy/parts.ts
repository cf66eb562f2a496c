import type { HeldConsent, Holding } from "@lingxi/core/consent/schema";
import { fill, type Locale } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { html } from "hono/html";
import { codes, words } from "./words.ts";

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
/** States and sources by their words; what a person wrote stays as it is. */
export const shown = (value: string, locale: Locale) =>
  isInstant(value) ? formatTime(value, locale) : ((Object.hasOwn(codes, value) ? codes[value]?.[locale] : undefined) ?? value);

/** What one thing that is held says, and what was agreed to in it. */
export const holdingParts = ({ facts, consents }: Holding, locale: Locale) => html`
  <dl class="facts">${facts.map(({ label, value }) => html`<div><dt>${label[locale]}</dt><dd>${shown(value, locale)}</dd></div>`)}</dl>
  ${
    consents.length
      ? html`<h3>${words.consents[locale]}</h3>
  <ul>${consents.map((consent) => html`<li>${consentText(consent, locale)}</li>`)}</ul>`
      : ""
  }`;

/** What was agreed to, when, where, and whether it was taken back. */
export function consentText({ purpose, text, at, version, source, withdrawnAt }: HeldConsent, locale: Locale) {
  const given = fill(words.given[locale], { at: formatTime(at, locale), version: version || "–", source: shown(source, locale) });
  const withdrawn = withdrawnAt ? fill(words.withdrawn[locale], { at: formatTime(withdrawnAt, locale) }) : "";
  return html`${text ? text[locale] : purpose}<br><small>${given}${withdrawn}</small>`;
}
