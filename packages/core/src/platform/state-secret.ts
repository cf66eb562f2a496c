import type { Ctx } from "./context.ts";
import { DomainError } from "./error.ts";
import { type Reason, reason } from "./reason.ts";
import { stateSecretChoice } from "./schema.ts";
import { dayOf } from "./time.ts";

/** Whether a form says 涉密, in whatever shape it was sent. */
export const saysStateSecret = (input: unknown): boolean =>
  typeof input === "object" &&
  input !== null &&
  "secrecy" in input &&
  [input.secrecy].flat().some((v) => typeof v === "string" && v.trim() === stateSecretChoice);

/** 绝密, 机密, 秘密 and the star, as documents bear it (GB/T 9704), also in traditional characters. */
const mark = /(绝密|絕密|机密|機密|秘密)[★☆⭐*]/u;
/** What does not show, or shows as a gap, does not hide a mark. */
const gaps = /[\s\p{Cf}]/gu;

/** Whether a text anywhere in what was sent bears the mark of a state secret. */
export function bearsMark(input: unknown): boolean {
  if (typeof input === "string") return mark.test(input.normalize("NFKC").replace(gaps, ""));
  if (typeof input !== "object" || input === null || ArrayBuffer.isView(input)) return false;
  return Object.values(input).some(bearsMark);
}

const markedText = reason(
  "text.state-secret",
  "forbidden",
  "您填写的文字带有国家秘密标志，不得在本系统填写，没有保存。请凭受理编号 {number} 到线下受理窗口办理。",
  "What you typed bears the mark of a state secret: it must not be entered here, and nothing of it was kept. Go to the reception desk in person with the number {number}.",
);

/** Refuses what bears such a mark, whatever it was meant for. @throws DomainError `text.state-secret` */
export function refuseMarked(ctx: Ctx, input: unknown): void {
  if (bearsMark(input)) throw refuseStateSecret(ctx, markedText);
}

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** `LX-20261123-7KQM`: the day in the programme's time zone and four characters. Kept nowhere; the desk writes it down when the person comes. */
function receptionNumber(ctx: Pick<Ctx, "now" | "newId" | "keys">): string {
  const day = dayOf(ctx.now()).replaceAll("-", "");
  const bytes = Buffer.from(ctx.keys.digest("reception", ctx.newId("rcp")), "base64url").subarray(0, 4);
  return `LX-${day}-${[...bytes].map((b) => letters[b % 32]).join("")}`;
}

/** The refusal that says so and gives a number for the desk, `{number}` in its text. Nothing that was sent is in it. */
export const refuseStateSecret = (ctx: Ctx, why: Reason): DomainError =>
  new DomainError(why, { params: { number: receptionNumber(ctx) } });
