import { withdrawConsent } from "../consent/index.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { nobody, Place, Talent, type TalentRecord } from "./entity.ts";

/** Erases every personal field in the same write that withdraws all consents, which alone are kept, as proof; the place is free. */
export const leave = (ctx: Ctx, talent: TalentRecord & Stored): Promise<void> =>
  save(
    ctx,
    Talent.change(ctx, talent, {
      ...nobody,
      chains: [],
      status: "withdrawn",
      since: ctx.now().toISOString(),
      consents: withdrawConsent(ctx, talent.consents),
    }),
    // Free at once; tidied away a day later, so that not even the digest stays.
    Place.update(ctx, { person: talent.person }, "SET #free = :yes, #expiresAt = :soon", {
      condition: "#talentId = :id",
      values: { ":yes": true, ":id": talent.id, ":soon": Math.ceil(ctx.now().getTime() / 1000) + 86_400 },
    }),
  );
