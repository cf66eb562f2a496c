import type { Ctx } from "./context.ts";
import { DomainError } from "./error.ts";
import type { Reason } from "./reason.ts";
import { stateSecretChoice } from "./schema.ts";
import { dayOf } from "./time.ts";

/** Whether a form says 涉密, in whatever shape it was sent. */
export const saysStateSecret = (input: unknown): boolean =>
  typeof input === "object" &&
  input !== null &&
  "secrecy" in input &&
  [input.secrecy].flat().some((v) => typeof v === "string" && v.trim() === stateSecretChoice);

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
