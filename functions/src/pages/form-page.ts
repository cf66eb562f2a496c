import { Submission } from "@lingxi/core/platform/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { html } from "hono/html";
import type * as z from "zod";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { guardFields, type OpenForm } from "./guard.ts";
import type { refused } from "./post.ts";
import { here, page } from "./shell.ts";

/** A form that the public fills in: what it is called, what it takes and brings, and what it asks. */
export interface PublicForm {
  readonly name: OpenForm;
  readonly title: Words;
  readonly lead: Words;
  readonly submit: Words;
  readonly schema: z.ZodType;
  fields(locale: Locale): Field[];
}

interface State {
  readonly values?: Values;
  readonly trouble?: ReturnType<typeof refused>;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly action?: string;
  /** What was done before, said once. */
  readonly said?: Words | undefined;
}

/** The page of a form, empty or with what was typed and what is wrong with it. */
export function formPage(c: Context<Env>, asked: PublicForm, { values = {}, trouble, hidden, action, said }: State = {}) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack">
    <h1>${asked.title[locale]}</h1>
    ${said ? html`<p class="notice notice--success" role="status">${said[locale]}</p>` : ""}
    <p class="lead">${asked.lead[locale]}</p>
    ${form({
      locale,
      schema: asked.schema,
      fields: asked.fields(locale),
      values,
      errors: trouble?.errors ?? [],
      refusal: trouble?.refusal,
      submit: asked.submit[locale],
      guard: guardFields(c, asked.name, values, trouble),
      action,
      ...(hidden ? { hidden } : {}),
    })}
  </div>`;
  return page(c, asked.title[locale], body, trouble?.status);
}

interface Done {
  readonly title: Words;
  /** Where the mail with the link went. */
  readonly next: Words;
  readonly steps: Words;
  readonly back: Words;
  readonly path: string;
  /** What should be checked, though it was taken. */
  readonly notes?: readonly Words[];
}

/** What happens after a form was taken. */
export function donePage(c: Context<Env>, { title, next, steps, back, path, notes = [] }: Done) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack">
    <h1>${title[locale]}</h1>
    <div class="notice notice--success" role="status"><p>${next[locale]}</p></div>
    ${notes.map((note) => html`<div class="notice notice--warning"><p>${note[locale]}</p></div>`)}
    <p>${steps[locale]}</p>
    <p><a class="button button--quiet" href="${here(c, path)}">${back[locale]}</a></p>
  </div>`;
  return page(c, title[locale], body);
}

/** The number that the form was made with; a missing or mangled one is replaced. */
export const submissionOf = (c: Context<Env>, sent?: string): string =>
  sent && Submission.safeParse(sent).success ? sent : c.var.ctx.newId("sub").slice(4);
