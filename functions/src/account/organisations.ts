import { listOwnOrganisations, seeOwnOrganisation } from "@lingxi/core/account";
import {
  approveMember,
  describeOrganisation,
  joinOrganisation,
  leaveOrganisation,
  makeOwner,
  refuseMember,
  removeMember,
  stepDown,
} from "@lingxi/core/organisation";
import {
  DescribeOrganisation,
  JoinOrganisation,
  type OrganisationKind,
  organisationKinds,
} from "@lingxi/core/organisation/schema";
import { type Locale, say } from "@lingxi/core/platform/text";
import { chainById } from "@lingxi/core/taxonomy";
import { regions } from "@lingxi/core/taxonomy/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "../pages/form.ts";
import { chainOptions, regionOptions } from "../pages/options.ts";
import { many, one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { membershipList, peopleList, thingList } from "./organisation-parts.ts";
import { done, kindWords, words } from "./organisation-words.ts";

type Trouble = ReturnType<typeof refused>;

const about = (c: Context<Env>): Field[] => {
  const { locale } = c.var;
  return [
    { name: "kind", as: "select", options: organisationKinds.map((value) => ({ value, label: kindWords[value][locale] })) },
    { name: "region", as: "select", options: regionOptions(locale) },
    { name: "chains", as: "checkboxes", options: chainOptions(locale) },
  ];
};
const joining = (c: Context<Env>): Field[] => [
  { name: "code" },
  { name: "organisation", autocomplete: "organization" },
  ...about(c),
  { name: "name", autocomplete: "name" },
  { name: "position", autocomplete: "organization-title" },
  { name: "proof", as: "textarea", rows: 4 },
];
const described = (values: Values) => ({
  kind: (one(values.kind) || undefined) as OrganisationKind,
  region: (one(values.region) ?? "") as "",
  chains: many(values.chains),
});

const notices = (c: Context<Env>, trouble: Trouble | undefined) => {
  const said = trouble ? undefined : done[c.req.query("saved") ?? ""];
  return html`${said ? html`<p class="notice notice--success" role="status">${said[c.var.locale]}</p>` : ""}`;
};

/** What a step that has no form was refused for. */
const sentenceOf = ({ refusal, errors }: Trouble, locale: Locale) =>
  refusal ?? errors.map(({ message }) => message[locale]).join(" ");

async function showAll(c: Context<Env>, values: Values = {}, trouble?: Trouble) {
  const { locale } = c.var;
  const { items } = await listOwnOrganisations(c.var.ctx, {});
  const body = html`<div class="page page--form stack stack--loose">
    <h1>${words.title[locale]}</h1>
    ${notices(c, trouble)}
    <p class="lead">${words.lead[locale]}</p>
    ${membershipList(c, items)}
    <details${trouble || !items.length ? html` open` : ""}><summary>${words.join[locale]}</summary><p>${words.joinHelp[locale]}</p>${form(
      {
        locale,
        schema: JoinOrganisation,
        fields: joining(c),
        values,
        errors: trouble?.errors ?? [],
        refusal: trouble?.refusal,
        submit: words.joinSubmit[locale],
        action: here(c, "/account/organisations"),
      },
    )}</details>
    <p><a href="${here(c, "/account")}">${words.account[locale]}</a></p>
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

async function showOne(c: Context<Env>, code: string, trouble?: Trouble, values?: Values) {
  const { locale } = c.var;
  const organisation = await seeOwnOrganisation(c.var.ctx, { code });
  const { name, kind, region, chains, owner, version, projects, demands } = organisation;
  const listed = chains.map((id) => say(chainById[id]?.name ?? { "zh-CN": id }, locale)).join(locale === "en" ? ", " : "、");
  const body = html`<div class="page page--form stack stack--loose">
    <h1>${name}</h1>
    ${notices(c, trouble)}
    ${trouble && !values ? html`<p class="notice notice--error" role="alert">${sentenceOf(trouble, locale)}</p>` : ""}
    <dl class="facts"><div><dt>${words.code[locale]}</dt><dd><code>${code}</code></dd></div>
      <div><dt>${words.kind[locale]}</dt><dd>${kindWords[kind][locale]}</dd></div>
      ${region ? html`<div><dt>${words.region[locale]}</dt><dd>${regions[region][locale]}</dd></div>` : ""}
      ${listed ? html`<div><dt>${words.chains[locale]}</dt><dd>${listed}</dd></div>` : ""}</dl>
    ${
      owner
        ? html`<details${values ? html` open` : ""}><summary>${words.describe[locale]}</summary>${form({
            locale,
            schema: DescribeOrganisation,
            fields: about(c),
            values: values ?? { kind, region, chains },
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words.save[locale],
            action: here(c, `/account/organisations/${code}`),
            hidden: { version: one(values?.version) ?? String(version) },
          })}</details>`
        : ""
    }
    ${thingList(c, "projects", projects)}
    ${thingList(c, "demands", demands)}
    ${peopleList(c, organisation)}
    <p><a href="${here(c, "/account/organisations")}">${words.back[locale]}</a></p>
  </div>`;
  return page(c, name, body, trouble?.status);
}

const all = (c: Context<Env>, saved: string) => c.redirect(here(c, `/account/organisations?saved=${saved}`), 303);
const again = (c: Context<Env>, code: string, saved: string) =>
  c.redirect(here(c, `/account/organisations/${encodeURIComponent(code)}?saved=${saved}`), 303);

/** What an owner decides about one person, by the button. */
const decisions = [
  { step: "approve", verb: approveMember, summary: "Let somebody in who asked", saved: "approved" },
  { step: "refuse", verb: refuseMember, summary: "Do not let somebody in", saved: "refused" },
  { step: "remove", verb: removeMember, summary: "Take a member out", saved: "removed" },
  { step: "make-owner", verb: makeOwner, summary: "Make a member an owner", saved: "owner" },
] as const;

/** Organisations of the participant, below `/account/organisations`. */
export const organisations = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "One's organisations, and the form to join one", verb: listOwnOrganisations, answers: "text/html" }),
    (c) => showAll(c),
  )
  .post("/", describe({ summary: "Ask to join one", verb: joinOrganisation, from: "form", status: 303 }), async (c) => {
    const values = await posted(c);
    const text = (name: string) => one(values[name]) ?? "";
    try {
      const said = {
        code: text("code"),
        organisation: text("organisation"),
        name: text("name"),
        position: text("position"),
        proof: text("proof"),
      };
      await joinOrganisation(c.var.ctx, { ...said, ...described(values), locale: c.var.locale });
      return all(c, "asked");
    } catch (error) {
      const trouble = refused(c, error);
      if (c.var.ctx.actor.kind !== "participant") throw error;
      return showAll(c, values, trouble);
    }
  })
  .get(
    "/:code",
    describe({ summary: "One organisation, for its members", verb: seeOwnOrganisation, answers: "text/html" }),
    (c) => showOne(c, c.req.param("code")),
  )
  .post(
    "/:code",
    describe({ summary: "Change what its record says", verb: describeOrganisation, from: "form", status: 303 }),
    async (c) => {
      const code = c.req.param("code");
      const values = await posted(c);
      try {
        await describeOrganisation(c.var.ctx, { code, version: one(values.version), ...described(values) });
        return again(c, code, "saved");
      } catch (error) {
        if (c.var.ctx.actor.kind !== "participant") throw error;
        return showOne(c, code, refused(c, error), values);
      }
    },
  )
  .post(
    "/:code/step-down",
    describe({ summary: "Be an owner no more", verb: stepDown, from: "form", status: 303 }),
    async (c) => {
      const { code } = c.req.param();
      try {
        await stepDown(c.var.ctx, { code });
        return again(c, code, "stepped");
      } catch (error) {
        return refusedStep(c, code, error);
      }
    },
  )
  .post(
    "/:code/leave",
    describe({ summary: "Leave, or withdraw a request", verb: leaveOrganisation, from: "form", status: 303 }),
    async (c) => {
      const { code } = c.req.param();
      try {
        await leaveOrganisation(c.var.ctx, { code });
        return all(c, "left");
      } catch (error) {
        return refusedStep(c, code, error);
      }
    },
  );

for (const { step, verb, summary, saved } of decisions)
  organisations.post(`/:code/members/:accountId/${step}`, describe({ summary, verb, from: "form", status: 303 }), async (c) => {
    const of = { code: c.req.param("code") ?? "", accountId: c.req.param("accountId") ?? "" };
    try {
      await verb(c.var.ctx, of);
      return again(c, of.code, saved);
    } catch (error) {
      return refusedStep(c, of.code, error);
    }
  });

/** The page with the reason, where the participant still sees it; else the refusal alone. */
async function refusedStep(c: Context<Env>, code: string, error: unknown): Promise<Response> {
  if (c.var.ctx.actor.kind !== "participant") throw error;
  const trouble = refused(c, error);
  try {
    return await showOne(c, code, trouble);
  } catch {
    throw error;
  }
}
