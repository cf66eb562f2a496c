import { nameCompanion, type OwnRegistration, removeCompanion } from "@lingxi/core/activity";
import { Companion, notInGroup } from "@lingxi/core/activity/group-schema";
import type { Context } from "hono";
import { Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { words } from "./group-words.ts";
import type { refused } from "./post.ts";
import { one, posted, refused as refusedBy } from "./post.ts";
import { here } from "./shell.ts";

interface Wrong {
  readonly companion: string;
  readonly values: Values;
  readonly trouble: ReturnType<typeof refused>;
}

/** Whom the holder of the page brings: their seats, and what can be done with each. */
export function groupPart(c: Context<Env>, { group = [] }: OwnRegistration, base: string, wrong?: Wrong) {
  const { locale } = c.var;
  const gone = wrong && !group.some(({ id }) => id === wrong.companion);
  const said = gone
    ? html`<p class="notice notice--error" role="alert">${wrong.trouble.refusal ?? notInGroup.text[locale]}</p>`
    : "";
  if (!group.length) return said;
  return html`${said}<section class="stack" id="group"><h2>${words.group[locale]}</h2>
    ${group.map((seat) => {
      const bad = wrong?.companion === seat.id ? wrong : undefined;
      const at = `${base}/companions/${seat.id}`;
      return html`<div class="card stack"><p><strong>${seat.name}</strong> · ${seat.organisation}</p>
        ${seat.addressed ? html`<p class="small">${words.addressed[locale]}</p>` : ""}
        ${seat.token ? html`<p><a href="${here(c, `/my/registrations/${seat.token}`)}">${words.ticket[locale]}</a></p>` : ""}
        <details${bad ? html` open` : ""}><summary>${words.change[locale]}</summary><p>${words.changeHint[locale]}</p>${form({
          locale,
          schema: Companion,
          fields: [{ name: "name" }, { name: "organisation" }, { name: "email", as: "email" }],
          values: bad?.values ?? { name: seat.name, organisation: seat.organisation },
          errors: bad?.trouble.errors ?? [],
          refusal: bad?.trouble.refusal,
          submit: words.save[locale],
          action: at,
          apart: seat.id,
        })}</details>
        <details><summary>${words.remove[locale]}</summary><p>${words.removeSure[locale]}</p><form method="post" action="${at}/remove"><button class="button button--danger" type="submit">${words.remove[locale]}</button></form></details>
      </div>`;
    })}</section>`;
}

type Show = (c: Context<Env>, token: string, wrong: Wrong) => Response | Promise<Response>;

/** What a leader does with the seats of a group. */
export const groupSteps = (show: Show) =>
  new Hono<Env>()
    .post(
      "/registrations/:token/companions/:companion",
      describe({
        summary: "Name a companion, or give the seat to somebody else",
        verb: nameCompanion,
        from: "form",
        status: 303,
      }),
      async (c) => {
        const { token, companion } = c.req.param();
        const values = await posted(c);
        const text = (name: string) => one(values[name]) ?? "";
        try {
          await nameCompanion(c.var.ctx, {
            ...{ token, companion },
            ...{ name: text("name"), organisation: text("organisation"), email: text("email") },
          });
          return c.redirect(here(c, `/my/registrations/${token}?saved=1#group`), 303);
        } catch (error) {
          return show(c as unknown as Context<Env>, token, {
            companion,
            values,
            trouble: refusedBy(c as unknown as Context<Env>, error),
          });
        }
      },
    )
    .post(
      "/registrations/:token/companions/:companion/remove",
      describe({ summary: "Give the seat of a companion back", verb: removeCompanion, from: "form", status: 303 }),
      async (c) => {
        await removeCompanion(c.var.ctx, c.req.param());
        return c.redirect(here(c, `/my/registrations/${c.req.param("token")}?saved=1#group`), 303);
      },
    );
