import { DomainError, type FieldError } from "@lingxi/core/platform/error";
import type { Context } from "hono";
import { type Status, toProblem } from "../api/middleware/errors.ts";
import { noteRefusal } from "../api/middleware/security-log.ts";
import { formFields } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import type { Values } from "./form.ts";

/** What a form sent: text only; a repeated name is a list. */
export async function posted(c: Context<Env>): Promise<Values> {
  const body = await formFields(c, true);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((v) => typeof v === "string") : typeof value === "string" ? value : undefined,
    ]),
  );
}

export const one = (value: Values[string]): string | undefined => (typeof value === "string" ? value : value?.[0]);
export const many = (value: Values[string]): string[] => (typeof value === "string" ? [value] : [...(value ?? [])]);

/** What a refused form shows: the sentences, and the status that the API would have answered. A fault of ours goes on up. */
export function refused(
  c: Context<Env>,
  error: unknown,
): {
  errors: readonly FieldError[];
  refusal: string | undefined;
  /** The stable name of the refusal. */
  reason: string;
  status: Status;
} {
  // Of a state secret nothing that was typed may be shown again: that has a page of its own.
  if (!(error instanceof DomainError) || error.reason === "text.state-secret") throw error;
  noteRefusal(error, c);
  const { problem, status } = toProblem(error, c.var.locale, c.env.requestId);
  return { errors: error.fields, refusal: error.fields.length ? undefined : problem.detail, reason: error.reason, status };
}
