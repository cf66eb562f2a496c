import { currentConsent } from "@lingxi/core/consent/schema";
import { fill, say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { paths } from "@lingxi/core/publication/schema";
import {
  changeEntry,
  enterProject,
  listOpenCalls,
  type OwnEntry,
  readCall,
  seeEntry,
  submitToRoadshow,
  withdrawEntry,
} from "@lingxi/core/roadshow";
import { ChangeEntry, EnterProject, type PublicCall, SubmitToRoadshow } from "@lingxi/core/roadshow/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import { json } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { deskPage, toDesk } from "../pages/desk.ts";
import { type Field, form, type Values } from "../pages/form.ts";
import { donePage, submissionOf } from "../pages/form-page.ts";
import { asPerson, guardFields, measured } from "../pages/guard.ts";
import { backTo, consentLine, type OwnPage, ownPage, type Trouble } from "../pages/own-page.ts";
import { one, posted, refused } from "../pages/post.ts";
import { filledIn, projectFields } from "../pages/project-fields.ts";
import { here, page } from "../pages/shell.ts";
import { words } from "./words.ts";

/** Calls as programs read them. */
export const calls = new Hono<Env>()
  .get("/", describe({ summary: "Calls for projects that are open now", verb: listOpenCalls }), async (c) =>
    c.json(await listOpenCalls(c.var.ctx, {})),
  )
  .get("/:activityId", describe({ summary: "One call, with its running order", verb: readCall }), async (c) =>
    c.json(await readCall(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/projects",
    describe({ summary: "Submit a new project to a roadshow", verb: submitToRoadshow, status: 201 }),
    measured("roadshow"),
    json(submitToRoadshow),
    async (c) => c.json(await submitToRoadshow(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() }), 201),
  );

const thing: Words = { "zh-CN": "项目", en: "project" };
const who = (c: Context<Env>): Field[] => [
  { name: "presenter", autocomplete: "name" },
  { name: "position" },
  { name: "note", as: "textarea", rows: 3 },
  { name: "juryConsent", as: "checkbox", sentence: currentConsent("roadshow-review").text[c.var.locale] },
];
const said = (values: Values) => ({
  presenter: one(values.presenter) ?? "",
  position: one(values.position) ?? "",
  note: one(values.note) ?? "",
  juryConsent: one(values.juryConsent) ?? "",
});

/** What a supplier should know before filling anything in. */
function about(c: Context<Env>, call: PublicCall) {
  const { locale, ctx } = c.var;
  const at = (instant: string) => formatTime(instant, locale);
  const now = ctx.now().toISOString();
  const open = call.opensAt <= now && call.closesAt > now;
  return html`<p>${fill(words.window[locale], { from: at(call.opensAt), to: at(call.closesAt), places: call.places })}</p>
    ${open ? "" : html`<div class="notice notice--warning"><p>${words.closed[locale]}</p></div>`}
    <details><summary>${words.criteria[locale]}</summary><ul>${call.criteria.map(({ name, weight }) => html`<li>${fill(words.weight[locale], { name: say(name, locale), weight })}</li>`)}</ul></details>
    <p><a href="${here(c, paths.activity(call.activityId))}">${words.see[locale]}</a></p>`;
}

interface Asked {
  readonly title: Words;
  readonly lead: Words;
  readonly schema: Parameters<typeof form>[0]["schema"];
  readonly fields: readonly Field[];
  readonly values?: Values;
  readonly trouble?: Trouble | undefined;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly above?: ReturnType<typeof html> | undefined;
  readonly guarded: boolean;
}

function asking(c: Context<Env>, { title, lead, schema, fields, values = {}, trouble, hidden, above, guarded }: Asked) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack"><h1>${title[locale]}</h1><p class="lead">${lead[locale]}</p>${above ?? ""}
    ${form({
      ...{
        locale,
        schema,
        fields,
        values,
        errors: trouble?.errors ?? [],
        refusal: trouble?.refusal,
        submit: words.submit[locale],
      },
      ...(hidden ? { hidden } : {}),
      ...(guarded ? { guard: guardFields(c, "roadshow", values, trouble) } : {}),
    })}</div>`;
  return page(c, title[locale], body, trouble?.status);
}

async function newProject(c: Context<Env>, activityId: string, submission: string, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const call = await readCall(c.var.ctx, { activityId });
  return asking(c, {
    ...{ title: words.title, lead: words.lead, schema: SubmitToRoadshow, guarded: true, hidden: { submission }, trouble },
    ...(values ? { values } : {}),
    above: html`${about(c, call)}<p><a href="${here(c, `/forms/roadshow/${activityId}/existing`)}">${words.have[locale]}</a></p>`,
    fields: [
      ...projectFields(locale),
      { name: "email", as: "email", autocomplete: "email" },
      { name: "consent", as: "checkbox", sentence: currentConsent("project-listing").text[locale] },
      ...who(c),
    ],
  });
}

async function oldProject(c: Context<Env>, activityId: string, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const call = await readCall(c.var.ctx, { activityId });
  return asking(c, {
    ...{ title: words.existingTitle, lead: words.existingLead, schema: LinkedProject, guarded: true, trouble },
    ...(values ? { values } : {}),
    above: about(c, call),
    fields: [{ name: "project", hint: words.projectHint[locale] }, ...who(c)],
  });
}

const named = (label: Words) => EnterProject.shape.project.meta({ label });
const LinkedProject = EnterProject.extend({ project: named(words.project) });
const ChosenCall = EnterProject.extend({ activityId: EnterProject.shape.activityId.meta({ label: words.which }) });

/** The forms by which projects come into a roadshow. */
export const forms = new Hono<Env>()
  .get("/desk/:number", describe({ summary: "The number for the reception desk", answers: "text/html" }), (c) =>
    deskPage(c, c.req.param("number"), thing),
  )
  .get("/:activityId", describe({ summary: "The form for a new project", verb: readCall, answers: "text/html" }), (c) =>
    newProject(c, c.req.param("activityId"), submissionOf(c)),
  )
  .post(
    "/:activityId",
    describe({ summary: "Submit a new project by the form", verb: submitToRoadshow, from: "form", status: 303 }),
    async (c) => {
      const activityId = c.req.param("activityId");
      const values = await posted(c);
      const submission = submissionOf(c, one(values.submission));
      try {
        await asPerson(c, "roadshow", values);
        await submitToRoadshow(c.var.ctx, {
          ...filledIn(values, c.var.locale),
          ...said(values),
          ...{ activityId, email: one(values.email) ?? "", consent: one(values.consent) ?? "", submission },
        });
        return c.redirect(here(c, `/forms/roadshow/${activityId}/done`), 303);
      } catch (error) {
        return toDesk(c, error, "roadshow") ?? newProject(c, activityId, submission, values, refused(c, error));
      }
    },
  )
  .get("/:activityId/done", describe({ summary: "What happens after it", answers: "text/html" }), (c) =>
    donePage(c, {
      ...{ title: words.doneTitle, next: words.doneNext, steps: words.doneSteps, back: words.see },
      path: paths.activity(c.req.param("activityId")),
    }),
  )
  .get(
    "/:activityId/existing",
    describe({ summary: "The form for a project that is here", verb: readCall, answers: "text/html" }),
    (c) => oldProject(c, c.req.param("activityId")),
  )
  .post(
    "/:activityId/existing",
    describe({ summary: "Enter a project by its link", verb: enterProject, from: "form", status: 303 }),
    async (c) => {
      const activityId = c.req.param("activityId");
      const values = await posted(c);
      try {
        await asPerson(c, "roadshow", values);
        await enterProject(c.var.ctx, { ...said(values), activityId, project: one(values.project) ?? "", locale: c.var.locale });
        return c.redirect(here(c, `/forms/roadshow/${activityId}/done`), 303);
      } catch (error) {
        return oldProject(c, activityId, values, refused(c, error));
      }
    },
  );

/** For the holder of a project's link: which roadshow it goes to. */
async function choosing(c: Context<Env>, values?: Values, trouble?: Trouble) {
  const { locale, ctx } = c.var;
  const { items } = await listOpenCalls(ctx, {});
  if (!items.length) {
    const body = html`<div class="page page--form stack"><h1>${words.existingTitle[locale]}</h1><div class="notice"><p>${words.none[locale]}</p></div>
      <p><a class="button button--quiet" href="${here(c, paths.activities)}">${words.activities[locale]}</a></p></div>`;
    return page(c, words.existingTitle[locale], body, trouble?.status);
  }
  const options = items.map(({ activityId, title, closesAt, timeZone }) => ({
    value: activityId,
    label: `${say(title, locale)} · ${formatTime(closesAt, locale, timeZone)}`,
  }));
  return asking(c, {
    ...{ title: words.title, lead: words.existingLead, schema: ChosenCall, guarded: false, trouble },
    values: values ?? {},
    fields: [{ name: "activityId", as: "radios", options }, ...who(c)],
  });
}

type ByToken = Context<Env, "/:token">;
const tokenOf = (c: Context<Env>) => ({ token: c.req.param("token") ?? "" });

function show(c: Context<Env>, entry: OwnEntry, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  const { result, status, activity, presenter, startsAt } = entry;
  const state = status === "withdrawn" ? words.withdrawn : words[result?.is ?? "submitted"];
  const at = (instant: string) => formatTime(instant, locale, activity.timeZone);
  const changeable = status === "submitted" && !result;
  const own: OwnPage = {
    ...{ title: t(words.mine), context: say(entry.title, locale), saved: t(words.saved) },
    state: { text: fill(t(state), { place: result?.place ?? 0 }), tone: result?.is === "accepted" ? "success" : undefined },
    remark: { title: t(words.remark), text: status === "withdrawn" ? undefined : result?.reason },
    links: [{ text: t(words.page), path: paths.activity(activity.id), look: "quiet" }],
    facts: [
      [t(words.activity), `${say(activity.title, locale)} · ${at(activity.startsAt)}`],
      startsAt && status === "submitted" ? [t(words.onStage), at(startsAt)] : undefined,
      [t(words.presenter), [presenter.name, presenter.position].filter(Boolean).join(" · ")],
      entry.note ? [t(words.note), entry.note] : undefined,
      [t(words.sent), at(entry.submittedAt)],
      [t(words.consent), consentLine(entry.consent, locale)],
    ],
    change: changeable
      ? {
          title: t(words.change),
          open: false,
          form: form({
            ...{ locale, schema: ChangeEntry, errors: trouble?.errors ?? [], refusal: trouble?.refusal, submit: t(words.save) },
            fields: who(c).filter(({ name }) => name !== "juryConsent"),
            values: values ?? { presenter: presenter.name, position: presenter.position, note: entry.note },
            hidden: { version: one(values?.version) ?? String(entry.version) },
          }),
        }
      : undefined,
    end: status === "submitted" ? { title: t(words.withdraw), sure: t(words.sure), step: "withdraw" } : undefined,
  };
  return ownPage(c, own, trouble);
}

/** Pages behind secret links. Every GET only reads, since mail scanners follow links. */
export const own = new Hono<Env>()
  .get("/projects/:token", describe({ summary: "Which roadshow a project goes to", answers: "text/html" }), (c) => choosing(c))
  .post("/projects/:token", describe({ summary: "Enter it there", verb: enterProject, from: "form", status: 303 }), async (c) => {
    const values = await posted(c);
    const activityId = one(values.activityId) ?? "";
    try {
      await enterProject(c.var.ctx, { ...said(values), activityId, project: tokenOf(c).token, locale: c.var.locale });
      return c.redirect(here(c, `/forms/roadshow/${activityId}/done`), 303);
    } catch (error) {
      return choosing(c, values, refused(c, error));
    }
  })
  .get(
    "/:token",
    describe({ summary: "A project in a roadshow for its supplier", verb: seeEntry, answers: "text/html" }),
    async (c) => show(c, await seeEntry(c.var.ctx, tokenOf(c))),
  )
  .post(
    "/:token",
    describe({ summary: "Change it by the form", verb: changeEntry, from: "form", status: 303 }),
    async (c: ByToken) => {
      const values = await posted(c);
      try {
        const { presenter, position, note } = said(values);
        await changeEntry(c.var.ctx, { ...tokenOf(c), version: one(values.version), presenter, position, note });
        return backTo(c, `/my/roadshow/${tokenOf(c).token}`, true);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeEntry(c.var.ctx, tokenOf(c)), values, trouble);
      }
    },
  )
  .post(
    "/:token/withdraw",
    describe({ summary: "Withdraw by the button", verb: withdrawEntry, from: "form", status: 303 }),
    async (c) => {
      await withdrawEntry(c.var.ctx, tokenOf(c));
      return backTo(c, `/my/roadshow/${tokenOf(c).token}`);
    },
  );
