import type { Ctx } from "@lingxi/core/platform/context";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import {
  type EntryFact,
  type JurorFact,
  type OrderFact,
  tellCalledOff,
  tellJuror,
  tellOfEntry,
  tellResult,
  tellTimes,
} from "@lingxi/core/roadshow/reactions";
import { subscriber } from "../subscriber.ts";

async function tell(ctx: Ctx, { id: eventId, name, data }: DomainEvent): Promise<unknown> {
  const silence = mailSilence(process.env);
  switch (name) {
    case "roadshow.submitted":
    case "roadshow.withdrawn":
      return tellOfEntry(ctx, {
        ...(data as EntryFact),
        eventId,
        status: name === "roadshow.submitted" ? "submitted" : "withdrawn",
        silence,
      });
    case "roadshow.order-published":
      return tellTimes(ctx, { ...(data as OrderFact), moved: [...(data as OrderFact).moved], silence });
    case "roadshow.assigned":
      return tellJuror(ctx, { ...(data as JurorFact), silence });
    case "activity.called-off":
      return tellCalledOff(ctx, { activityId: (data as EntryFact).activityId, silence });
    default:
      return tellResult(ctx, { ...(data as EntryFact), silence });
  }
}

/** Tells whoever submitted a project to a roadshow what became of it, and when it is on; and jurors that there is something to score. */
export const handler = subscriber("send-roadshow-mail", tell, async () => ({ mailer: await mailer(process.env) }));
