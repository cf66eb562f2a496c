import type { Ctx } from "@lingxi/core/platform/context";
import { envNames } from "@lingxi/core/platform/env";
import { DomainError } from "@lingxi/core/platform/error";
import { countUp } from "@lingxi/core/platform/limit";
import { reason } from "@lingxi/core/platform/reason";
import { stateSecretChoice } from "@lingxi/core/platform/schema";
import { fill, tidy, type Words } from "@lingxi/core/platform/text";
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { idOf } from "./field-id.ts";
import type { Values } from "./form.ts";
import { many, one, type refused } from "./post.ts";

/** The forms that anybody may send. */
export type OpenForm = "register" | "project" | "demand" | "talent" | "my-data" | "account";

const second = 1000;
/** Nobody fills a form in faster; clocks of two machines may differ by some minutes; a page that stood open longer is asked to be sent once more. */
const times = { least: second, skew: 5 * 60 * second, most: 24 * 3600 * second } as const;
const window = 600;
/** How many forms one network may send in ten minutes before a question is asked, and before nothing more is taken from it. */
const quietly = () => Number(process.env[envNames.formLimit] ?? "30");
const asked = 10;
/** How often one answer may be sent along. */
const corrections = 5;

const stale = reason(
  "form.stale",
  "invalid",
  "这个页面打开太久，或不是从本站打开的。您填写的内容都还在，请再提交一次。",
  "This page was open too long, or did not come from this site. What you typed is still here: please send it once more.",
);
const hasty = reason(
  "form.hasty",
  "invalid",
  "提交得太快，像是自动程序。您填写的内容都还在，请检查后再提交一次。",
  "That was faster than people type. What you typed is still here: check it, and send it once more.",
);
const trapped = reason(
  "form.trapped",
  "invalid",
  "表单里有一处留给自动程序的空格被填上了（可能是浏览器自动填写的）。我们已把它清空，请再提交一次。",
  "A field that people do not see was filled in, perhaps by your browser. We have emptied it: please send the form once more.",
);
const crowded = reason(
  "form.crowded",
  "limit-exceeded",
  "您所在的网络（例如同一单位或会场共用的网络）刚刚提交了很多表单。为了挡住自动程序，请回答表单最后的问题，再提交一次；您填写的内容都还在。",
  "Many forms came from your network just now; an office or a hall may share one. To keep programs out, please answer the question at the end of the form and send it once more; what you typed is still here.",
);
const shut = reason(
  "form.shut",
  "limit-exceeded",
  "您所在的网络提交的表单太多，暂时不再受理。请 {minutes} 分钟后再试，或改用手机流量；在活动现场可以请工作人员代为登记。您填写的内容都还在。",
  "Too many forms came from your network; none is taken for now. Try again in {minutes} minute(s), or use mobile data; at an event, ask the staff. What you typed is still here.",
);
const words = {
  trap: { "zh-CN": "请留空", en: "Leave this empty" },
  question: { "zh-CN": "{a} 加 {b} 等于几？", en: "What is {a} plus {b}?" },
  hint: { "zh-CN": "写数字。这个问题用来区分人和自动程序。", en: "Write a number. This tells people from programs." },
} satisfies Record<string, Words>;

const trap = "website";

/** What a form carries to show that it was opened here, and when: `<instant, base 36>.<digest>`. */
export const guardToken = (ctx: Ctx, form: OpenForm, at = ctx.now().getTime()): string => {
  const instant = at.toString(36);
  return `${instant}.${ctx.keys.digest("form", `${form} ${instant}`)}`;
};

/** Milliseconds since the form was opened; nothing for one that was not opened here. */
function ageOf(ctx: Ctx, form: OpenForm, token: string | undefined): number | undefined {
  const [instant = "", digest = ""] = token?.split(".") ?? [];
  if (!/^[0-9a-z]{1,12}$/.test(instant) || !ctx.keys.verify("form", `${form} ${instant}`, digest)) return undefined;
  return ctx.now().getTime() - Number.parseInt(instant, 36);
}

/**
 * Holds a form to what people do: the field that they do not see is empty, it was opened here a while ago, and their network has not sent too
 * many. Works without script. Whoever says 涉密 goes on to be refused, since nothing that they typed may be said again.
 * @throws DomainError `form.trapped`, `form.stale`, `form.hasty`, `form.crowded`, `form.shut`
 */
export async function asPerson(c: Context<Env>, form: OpenForm, values: Values): Promise<void> {
  const { ctx } = c.var;
  if (many(values.secrecy).includes(stateSecretChoice)) return;
  if (one(values[trap])) throw new DomainError(trapped);
  const age = ageOf(ctx, form, one(values.guard));
  if (age === undefined || age > times.most || age < -times.skew) throw new DomainError(stale);
  if (age >= 0 && age < times.least) throw new DomainError(hasty);
  const source = ctx.caller?.source ?? "none";
  if (await answers(ctx, form, values))
    return countUp(ctx, { name: `asked-${form}`, most: quietly() * asked, seconds: window }, source, shut);
  await countUp(ctx, { name: `form-${form}`, most: quietly(), seconds: window }, source, crowded);
}

/** Whether the question that was asked was answered. */
function isRight(ctx: Ctx, form: OpenForm, values: Values): boolean {
  const [a = "", b = "", nonce = "", digest = ""] = one(values.question)?.split(".") ?? [];
  if (!digest || !ctx.keys.verify("form-question", `${form} ${a} ${b} ${nonce}`, digest)) return false;
  return Number(tidy(one(values.answer) ?? "")) === Number(a) + Number(b);
}

/** The same, and that it was not sent along too often: who has to correct the form is not asked again each time. */
async function answers(ctx: Ctx, form: OpenForm, values: Values): Promise<boolean> {
  if (!isRight(ctx, form, values)) return false;
  const digest = one(values.question)?.split(".").at(-1) ?? "";
  return countUp(ctx, { name: "form-question", most: corrections, seconds: 24 * 3600 }, digest).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    },
  );
}

/** What every form of these has besides its own fields; the question only where the network is crowded. */
export function guardFields(c: Context<Env>, form: OpenForm, values: Values, trouble?: ReturnType<typeof refused>) {
  const { ctx, locale } = c.var;
  const held = one(values.guard);
  const age = ageOf(ctx, form, held);
  const token = held && age !== undefined && age <= times.most ? held : guardToken(ctx, form);
  return html`<input type="hidden" name="guard" value="${token}">
    <div class="visually-hidden" aria-hidden="true"><label>${words.trap[locale]} <input name="${trap}" tabindex="-1" autocomplete="off"></label></div>
    ${trouble?.reason === crowded.reason ? question(ctx, form, locale) : isRight(ctx, form, values) ? answered(values) : ""}`;
}

const answered = (values: Values) =>
  html`<input type="hidden" name="question" value="${one(values.question)}"><input type="hidden" name="answer" value="${one(values.answer)}">`;

function question(ctx: Ctx, form: OpenForm, locale: "zh-CN" | "en") {
  const nonce = ctx.newId("qst");
  // Two numbers from the digest of the id: nothing here draws lots.
  const [x = 0, y = 0] = Buffer.from(ctx.keys.digest("form-numbers", nonce), "base64url");
  const [a, b] = [2 + (x % 8), 2 + (y % 8)];
  const signed = `${a}.${b}.${nonce}.${ctx.keys.digest("form-question", `${form} ${a} ${b} ${nonce}`)}`;
  return html`<input type="hidden" name="question" value="${signed}">
    <div class="field"><label class="field__label" for="${idOf("answer")}">${fill(words.question[locale], { a, b })}</label>
      <span class="field__hint" id="${idOf("answer")}-hint">${words.hint[locale]}</span>
      <input class="input input--short" id="${idOf("answer")}" name="answer" inputmode="numeric" autocomplete="off" aria-describedby="${idOf("answer")}-hint"></div>`;
}

/**
 * The same for programs, which have no question to answer: what one network may send of this form in ten minutes. What is read before anything is written
 * does not wait for the count; what is written does, and so does the answer.
 */
export const measured =
  (form: OpenForm): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { ctx } = c.var;
    const limit = { name: `asked-${form}`, most: quietly() * asked, seconds: window };
    const counted = countUp(ctx, limit, ctx.caller?.source ?? "none", shut);
    // Whoever waits for it is told; it may have failed before anybody does.
    counted.catch(() => {});
    const write: Ctx["table"]["write"] = async (...of) => {
      await counted;
      return ctx.table.write(...of);
    };
    c.set("ctx", { ...ctx, table: { ...ctx.table, write } });
    await next();
    await counted;
  };
