import * as z from "zod";
import type { Answers } from "../form/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Registration, type RegistrationRecord, Seats } from "./entity.ts";
import { answersTo, formOf } from "./fill-in.ts";
import { answersClosed } from "./form-schema.ts";
import { openLink } from "./link.ts";
import { isOpen } from "./policy.ts";
import { Register, registrationCancelled } from "./schema.ts";

export const RegistrationChange = Register.pick({
  name: true,
  organisation: true,
  phone: true,
  interest: true,
  locale: true,
  answers: true,
});

/**
 * Changes what was filled in, by the secret link; answers while registration is open. The address stays: another address is another registration.
 * @throws DomainError `registration.cancelled`, `registration.answers-closed`, `record.changed`, `input.invalid`
 */
export const changeRegistration = command({
  input: RegistrationChange.extend({ token: z.string().max(200), version: z.coerce.number().int() }),
  access: "public",
  async run(ctx, { token, version, answers, ...patch }): Promise<void> {
    const registration = await openLink(ctx, token);
    if (registration.status === "cancelled") throw new DomainError(registrationCancelled);
    if (registration.version !== version) throw new DomainError(changedMeanwhile);
    const anew = answers ? await answered(ctx, registration, answers) : {};
    await save(ctx, Registration.change(ctx, registration, { ...patch, ...anew }));
  },
});

/** Answers anew, in the version of the form that was answered; whoever registered before there was a form answers the present one. */
async function answered(
  ctx: Ctx,
  registration: RegistrationRecord,
  given: NonNullable<z.output<typeof RegistrationChange>["answers"]>,
): Promise<{ form?: number; answers?: Answers }> {
  const { activityId, ticket } = registration;
  const seats = await Seats.find(ctx, { activityId });
  const form = await formOf(ctx, activityId, registration.form ?? seats?.form);
  if (!form) return {};
  if (!seats || !isOpen(seats, ctx.now().toISOString())) throw new DomainError(answersClosed);
  return { form: form.number, answers: answersTo(form, given, ticket) };
}
