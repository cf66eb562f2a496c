import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { labelled, prose } from "../platform/schema.ts";
import { admit } from "./admit.ts";
import { Registration } from "./entity.ts";
import { currentSeats } from "./read-seats.ts";
import { notDecidable, type RegistrationStatus, registrationMissing, soldOut } from "./schema.ts";
import { partOf } from "./scope.ts";

const One = z.object({ activityId: z.string().max(40), person: z.string().max(40), version: z.int() });

/**
 * Approves a request, also one that was refused before: a seat when one is free and nobody waits for it, else a place in the queue by the
 * time of the request. Approving what is approved changes nothing.
 * @throws DomainError `registration.not-decidable`, `record.changed`, `activity.sold-out`
 */
export const approveRegistration = command({
  input: One,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, person, version }): Promise<{ status: RegistrationStatus }> {
    const registration = await Registration.get(ctx, { activityId, person }, registrationMissing);
    const { status, ticket, code } = registration;
    if (status === "confirmed" || status === "waitlisted" || status === "offered") return { status };
    if (status !== "requested" && status !== "refused") throw new DomainError(notDecidable);
    if (registration.version !== version) throw new DomainError(changedMeanwhile);
    const admitted = await admit(
      ctx,
      { activityId, ticket, code },
      {
        seats: await currentSeats(ctx, activityId),
        write: (patch) => Registration.change(ctx, registration, { ...patch, remark: undefined }),
      },
    );
    if ("full" in admitted) throw new DomainError(soldOut);
    if ("met" in admitted) throw new DomainError(changedMeanwhile);
    return { status: admitted.status };
  },
});

/** Refuses a request, with a reason that the applicant reads. */
export const refuseRegistration = command({
  input: One.extend({ remark: labelled(prose(1000), "给申请人的理由", "Reason for the applicant") }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, person, version, remark }): Promise<{ status: RegistrationStatus }> {
    const registration = await Registration.get(ctx, { activityId, person }, registrationMissing);
    if (registration.status === "refused") return { status: "refused" };
    if (registration.status !== "requested") throw new DomainError(notDecidable);
    if (registration.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Registration.change(ctx, registration, { status: "refused", remark }));
    return { status: "refused" };
  },
});
