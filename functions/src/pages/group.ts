import { type OpenForm, readActivity, readForm, registerGroup } from "@lingxi/core/activity";
import { RegisterGroup } from "@lingxi/core/activity/group-schema";
import type { PublicActivity } from "@lingxi/core/activity/schema";
import { fill, type Locale, say } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { words } from "./group-words.ts";
import { asPerson, guardFields } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { answersIn, questionFields } from "./questions.ts";
import { personFields, ticketField } from "./register.ts";
import { here, page } from "./shell.ts";

function fields(locale: Locale, { tickets = [] }: PublicActivity, { questions, group }: OpenForm): Field[] {
  const sizes = Array.from({ length: group - 1 }, (_, n) => String(n + 2));
  return [
    ...ticketField(
      locale,
      tickets.filter(({ approval }) => !approval),
    ),
    { name: "size", as: "select", options: sizes.map((n) => ({ value: n, label: n })) },
    {
      name: "companions",
      as: "rows",
      hint: words.companions[locale],
      rows: Math.min(3, group - 1),
      most: group - 1,
      columns: [
        { name: "name", label: words.name },
        { name: "organisation", label: words.organisation },
        { name: "email", label: words.email, wide: true },
      ],
    },
    { name: "split", as: "checkbox", sentence: words.split[locale] },
    { name: "agree", as: "note", sentence: words.agree[locale] },
    ...personFields(locale, questionFields(questions, locale, tickets)),
  ];
}

async function show(c: Context<Env>, activityId: string, values: Values, trouble?: ReturnType<typeof refused>) {
  const { locale, ctx } = c.var;
  const [activity, asked] = await Promise.all([readActivity(ctx, { activityId }), readForm(ctx, { activityId })]);
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${say(activity.title, locale)}</span></h1>
    <p class="lead">${formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)} · ${say(activity.venue, locale)}</p>
    ${
      asked.group > 1
        ? html`<p>${fill(words.lead[locale], { most: asked.group })}</p>${form({
            locale,
            schema: RegisterGroup,
            fields: fields(locale, activity, asked),
            values,
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words.submit[locale],
            hidden: { form: String(asked.number) },
            guard: guardFields(c, "register", values, trouble),
          })}`
        : html`<p class="notice">${words.none[locale]}</p>`
    }
    <p><a href="${here(c, `/forms/register/${activityId}`)}">${words.alone[locale]}</a></p>
  </div>`;
  return page(c, `${words.title[locale]} · ${say(activity.title, locale)}`, body, trouble?.status);
}

/** Rows of companions as they were typed, up to the last that says anything. */
function companionsIn(values: Values) {
  const rows = Array.from({ length: 9 }, (_, n) => {
    const text = (column: string) => one(values[`companions.${n}.${column}`]) ?? "";
    return { name: text("name"), organisation: text("organisation"), email: text("email") };
  });
  const last = rows.findLastIndex((row) => Object.values(row).some((text) => text.trim()));
  return rows.slice(0, last + 1);
}

/** The form by which one person registers with companions. */
export const groupPages = new Hono<Env>()
  .get(
    "/register/group/:activityId",
    describe({ summary: "The form that registers a group", verb: readActivity, answers: "text/html" }),
    async (c) => show(c, c.req.param("activityId"), {}),
  )
  .post(
    "/register/group/:activityId",
    describe({ summary: "Register a group by the form", verb: registerGroup, from: "form", status: 303 }),
    async (c) => {
      const { activityId } = c.req.param();
      const values = await posted(c);
      try {
        await asPerson(c, "register", values);
        const given = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, one(v)]));
        const input = {
          ...given,
          answers: answersIn(values),
          companions: companionsIn(values),
          activityId,
          locale: c.var.locale,
        } as unknown as Parameters<typeof registerGroup>[1];
        const { status } = await registerGroup(c.var.ctx, input);
        return c.redirect(here(c, `/forms/register/${activityId}/done?status=${status}`), 303);
      } catch (error) {
        return show(c, activityId, values, refused(c, error));
      }
    },
  );
