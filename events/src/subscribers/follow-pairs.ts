import type { AgreedFact, AskFact } from "@lingxi/core/matching";
import { followAgreement, followAsk } from "@lingxi/core/matching/reactions";
import { subscriber } from "../subscriber.ts";

/** Moves a need along with what happens to its pairs, where no person has said otherwise since. */
export const handler = subscriber("follow-pairs", (ctx, { name, data }) =>
  name === "match.asked" ? followAsk(ctx, data as unknown as AskFact) : followAgreement(ctx, data as unknown as AgreedFact),
);
