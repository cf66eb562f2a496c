import type * as z from "zod";
import type { Ctx } from "../platform/context.ts";
import { DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import { fieldErrors } from "../platform/issues.ts";
import { OptionalDay } from "../platform/schema.ts";
import { dayOf } from "../platform/time.ts";

const past: FieldError = {
  field: "deadline",
  message: {
    "zh-CN": "“期望解决日期”已经过去，请填今天或以后的一天。",
    en: "Solution wanted by: this day is over. Give today or a later day.",
  },
};

/** Refuses a day that is over in the programme's time zone, together with all else that is wrong. A schema cannot: it has no clock. */
export function refusePastDeadline(ctx: Ctx, schema: z.ZodType, input: { readonly deadline?: unknown } | undefined): void {
  const day = OptionalDay.safeParse(input?.deadline);
  if (!day.data || day.data >= dayOf(ctx.now())) return;
  const { error } = schema.safeParse(input, { reportInput: true });
  const fields = [...(error ? fieldErrors(schema, error) : []), past];
  throw new DomainError(invalidInput, { fields, params: { count: fields.length } });
}
