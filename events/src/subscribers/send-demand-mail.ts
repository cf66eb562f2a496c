import type { DemandFact } from "@lingxi/core/demand";
import { tellEnterprise } from "@lingxi/core/demand/reactions";
import type { DemandStatus } from "@lingxi/core/demand/schema";
import type { AskFact } from "@lingxi/core/matching";
import { tellAsked } from "@lingxi/core/matching/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells the contact of a need by mail what became of it, and asks the sides of its matches whether they want to meet. */
export const handler = subscriber(
  "send-demand-mail",
  (ctx, { id, name, data }) =>
    name === "match.asked"
      ? tellAsked(ctx, { askId: (data as AskFact).askId, silence: mailSilence(process.env) })
      : tellEnterprise(ctx, {
          eventId: id,
          status: name.slice("demand.".length) as DemandStatus,
          demandId: (data as DemandFact).demandId,
          silence: mailSilence(process.env),
        }),
  async () => ({ mailer: await mailer(process.env) }),
);
