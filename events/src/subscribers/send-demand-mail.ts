import type { DemandFact } from "@lingxi/core/demand";
import { tellEnterprise } from "@lingxi/core/demand/reactions";
import type { DemandStatus } from "@lingxi/core/demand/schema";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells the contact of a need by mail what became of it. */
export const handler = subscriber(
  "send-demand-mail",
  (ctx, { id, name, data }) =>
    tellEnterprise(ctx, {
      eventId: id,
      status: name.slice("demand.".length) as DemandStatus,
      demandId: (data as DemandFact).demandId,
      silence: mailSilence(process.env),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);
