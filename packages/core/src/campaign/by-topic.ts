import type { Ctx } from "../platform/context.ts";
import { homeZone } from "../platform/zone.ts";
import { othersSending } from "./cap.ts";
import { allSuppressions, type ContactRecord, Suppression } from "./entity.ts";
import { isQuiet } from "./local-hour.ts";
import { recipientNow } from "./recipient.ts";
import type { Exclusion } from "./schema.ts";
import { rulesNow } from "./sending-rules.ts";
import { gets, type Topic } from "./topics-schema.ts";

/** Whoever ticked a topic that goes only to those who did; whether they may be written to is asked when the mail goes. */
export async function* choseTopic(ctx: Ctx, topic: Topic): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await Suppression.list(ctx, { index: "byState", pk: allSuppressions, limit: 200, cursor });
    for (const said of page.items) if (gets(said, topic)) yield said.person;
    cursor = page.cursor;
  } while (cursor);
}

/**
 * Asks for the mails of a series that is no notification of an organiser whether a person gets one now: consent, choices, refusals and the cap are those of
 * every notification. `series` is the first part of the mails' keys.
 * @returns the person; or why they get none, `quiet` for now
 */
export async function forSeries(
  ctx: Ctx,
  series: string,
  topic: Topic,
): Promise<(person: string) => Promise<ContactRecord | Exclusion | "quiet">> {
  const [{ cap, quiet }, others] = await Promise.all([rulesNow(ctx), othersSending(ctx, series)]);
  const campaign = { id: series, kind: "public-service" as const, topic, audience: { chains: [] } };
  return async (person) => {
    const found = await recipientNow(ctx, { campaign, cap, others }, person);
    return typeof found !== "string" && isQuiet(quiet, found.timeZone ?? homeZone, ctx.now()) ? "quiet" : found;
  };
}
