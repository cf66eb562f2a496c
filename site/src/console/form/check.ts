import { fieldErrors } from "@lingxi/core/platform/issues";
import type { FieldProblem } from "../api.ts";
import { currentLocale } from "../text.ts";

/** What the API would say of this input, in the console's language: the same schema and the same sentences. */
export function problemsOf(schema: Parameters<typeof fieldErrors>[0], input: unknown): readonly FieldProblem[] {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return [];
  return fieldErrors(schema, result.error).map(({ field, message }) => ({ field, message: message[currentLocale()] }));
}
