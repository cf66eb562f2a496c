import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Registration } from "./entity.ts";
import { openLink } from "./link.ts";
import { Register, registrationCancelled } from "./schema.ts";

export const RegistrationChange = Register.pick({ name: true, organisation: true, phone: true, interest: true, locale: true });

/** Changes what was filled in, by the secret link. The address stays: another address is another registration. */
export const changeRegistration = command({
  input: RegistrationChange.extend({ token: z.string().max(200), version: z.coerce.number().int() }),
  access: "public",
  async run(ctx, { token, version, ...patch }): Promise<void> {
    const registration = await openLink(ctx, token);
    if (registration.status === "cancelled") throw new DomainError(registrationCancelled);
    if (registration.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Registration.change(ctx, registration, patch));
  },
});
