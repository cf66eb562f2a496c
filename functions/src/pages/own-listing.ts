import type { Consent } from "@lingxi/core/consent/schema";
import type { Verb } from "@lingxi/core/platform/command";
import type { Locale, Localised, Words } from "@lingxi/core/platform/text";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type * as z from "zod";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { toDesk } from "./desk.ts";
import { type Field, form, type Values } from "./form.ts";
import { backTo, consentLine, type OwnPage, ownPage, ownWords, type Trouble } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";

type Status = "submitted" | "changes-requested" | "listed" | "declined" | "withdrawn";

/** What somebody submitted to be listed, as they see it behind the secret link. */
interface Detail {
  readonly id: string;
  readonly status: Status;
  readonly title: Localised;
  readonly submittedAt: string;
  readonly remark?: string | undefined;
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string | undefined };
  readonly consent: Consent;
  readonly locale: Locale;
  readonly version: number;
}

type ByToken<Answer> = Verb<z.ZodType<unknown, { token: string }>, Answer>;

/** One kind of what is listed: its words, its verbs, its form. */
export interface OwnListing<D extends Detail> {
  /** The last part of `/my/<name>/:token`. */
  readonly name: string;
  /** Its form, `/forms/<form>`. */
  readonly form: string;
  readonly words: Readonly<Record<Status | "title" | "again" | "change" | "saved" | "withdraw" | "sure", Words>>;
  readonly summaries: { readonly see: string; readonly change: string; readonly withdraw: string };
  readonly see: ByToken<D>;
  readonly change: Verb<z.ZodType, unknown>;
  readonly withdraw: ByToken<unknown>;
  readonly schema: z.ZodType;
  fields(c: Context<Env>): Field[];
  /** What it says, as the form shows it. */
  values(detail: D): Values;
  /** What the form sent, as `change` takes it. */
  read(values: Values, locale: Locale): object;
  publicPath(id: string): string;
  readonly formPath: string;
  /** Whether it may be changed although it is public: it is reviewed again then. */
  changes?(detail: D): boolean;
  /** What only this kind has to say, before the other facts. */
  facts?(detail: D, locale: Locale): OwnPage["facts"];
  more?(detail: D, c: Context<Env>): NonNullable<OwnPage["more"]>;
}

const tone: Readonly<Partial<Record<Status, "warning" | "success">>> = { "changes-requested": "warning", listed: "success" };

function show<D extends Detail>(c: Context<Env>, of: OwnListing<D>, detail: D, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const { status, contact } = detail;
  const { words } = of;
  const t = (text: Words) => text[locale];
  const open = status === "submitted" || status === "changes-requested" || of.changes?.(detail) === true;
  const ended = status === "declined" || status === "withdrawn";
  const own: OwnPage = {
    title: t(words.title),
    context: say(detail.title, locale),
    saved: t(words.saved),
    state: { text: t(words[status]), tone: tone[status] },
    remark: { title: t(ownWords.remark), text: detail.remark },
    links: [
      status === "listed" && { text: t(ownWords.page), path: of.publicPath(detail.id) },
      ended && { text: t(words.again), path: of.formPath },
    ],
    facts: [
      ...(of.facts?.(detail, locale) ?? []),
      [t(ownWords.number), html`<code>${detail.id}</code>`],
      [t(ownWords.sent), formatTime(detail.submittedAt, locale)],
      [t(ownWords.contact), [contact.name, contact.email, contact.phone].filter(Boolean).join(" · ")],
      [t(ownWords.consent), consentLine(detail.consent, locale)],
    ],
    more: of.more?.(detail, c) ?? [],
    change: open
      ? {
          title: t(words.change),
          open: status === "changes-requested",
          form: form({
            locale,
            schema: of.schema,
            fields: of.fields(c),
            values: values ?? of.values(detail),
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: t(ownWords[status === "submitted" ? "save" : "resubmit"]),
            hidden: { version: one(values?.version) ?? String(detail.version), locale: detail.locale },
          }),
        }
      : undefined,
    end: ended ? undefined : { title: t(words.withdraw), sure: t(words.sure), step: "withdraw" },
  };
  return ownPage(c, own, trouble);
}

/** The page behind the secret link of one kind. Every GET only reads, since mail scanners follow links. */
export function ownListingPages<D extends Detail>(of: OwnListing<D>): Hono<Env> {
  const { summaries } = of;
  const path = `/${of.name}/:token` as const;
  const tokenOf = (c: Context<Env>) => ({ token: c.req.param("token") ?? "" });
  const pageOf = (c: Context<Env>) => `/my/${of.name}/${tokenOf(c).token}`;
  const again = async (c: Context<Env>, error: unknown, values?: Values) => {
    const trouble = refused(c, error);
    return show(c, of, await of.see(c.var.ctx, tokenOf(c)), values, trouble);
  };
  return new Hono<Env>()
    .get(path, describe({ summary: summaries.see, verb: of.see, answers: "text/html" }), async (c) =>
      show(c, of, await of.see(c.var.ctx, tokenOf(c))),
    )
    .post(path, describe({ summary: summaries.change, verb: of.change, from: "form", status: 303 }), async (c) => {
      const values = await posted(c);
      try {
        // The texts stay in the language they were written in, whichever language the page is read in.
        const written = one(values.locale) === "en" ? "en" : "zh-CN";
        await of.change(c.var.ctx, { ...of.read(values, written), ...tokenOf(c), version: one(values.version) });
        return backTo(c, pageOf(c), true);
      } catch (error) {
        return toDesk(c, error, of.form) ?? again(c, error, values);
      }
    })
    .post(
      `${path}/withdraw`,
      describe({ summary: summaries.withdraw, verb: of.withdraw, from: "form", status: 303 }),
      async (c) => {
        try {
          await of.withdraw(c.var.ctx, tokenOf(c));
          return backTo(c, pageOf(c));
        } catch (error) {
          return again(c, error);
        }
      },
    );
}
