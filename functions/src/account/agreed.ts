import { noticesConsent } from "@lingxi/core/consent/notices-schema";
import type { HeldConsent, Holding } from "@lingxi/core/consent/schema";
import { talentChoices } from "@lingxi/core/talent/schema";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { here } from "../pages/shell.ts";
import { consentText } from "../privacy/parts.ts";
import { words } from "./words.ts";

const isChoice = ({ kind }: Holding, { purpose }: HeldConsent) =>
  purpose === noticesConsent.purpose || (kind === "talent" && talentChoices.some((choice) => choice === purpose));

/** Every consent of the person with its words; one that is in force is withdrawn in one step. */
export function agreedSection(c: Context<Env>, holdings: readonly Holding[]) {
  const { locale } = c.var;
  const all = holdings.filter(({ consents }) => consents.length);
  return html`<section class="stack" id="consents"><h2>${words.agreed[locale]}</h2>
    <p>${(all.length ? words.agreedLead : words.agreedNone)[locale]}</p>
    ${all.map(
      (holding) =>
        html`<h3>${holding.title[locale]}</h3><ul class="stack">${holding.consents.map(
          (consent) =>
            html`<li class="card"><p>${consentText(consent, locale)}</p>${consent.withdrawnAt ? "" : withdrawal(c, holding, consent)}</li>`,
        )}</ul>`,
    )}</section>`;
}

function withdrawal(c: Context<Env>, holding: Holding, consent: HeldConsent) {
  const { locale } = c.var;
  const sure = isChoice(holding, consent) ? words.withdrawChoice : words.withdrawEntry;
  const { kind, id } = holding;
  return html`<details><summary>${words.withdraw[locale]}</summary><p>${sure[locale]}</p>
    <form method="post" action="${here(c, "/account/withdraw")}"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="id" value="${id}"><input type="hidden" name="purpose" value="${consent.purpose}">
    <button class="button button--danger" type="submit">${words.confirmWithdraw[locale]}</button></form></details>`;
}
