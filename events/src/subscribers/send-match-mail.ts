import type { AskFact } from "@lingxi/core/matching";
import { tellAsked } from "@lingxi/core/matching/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Asks one side of a pair by mail whether it wants to meet the other. */
export const handler = subscriber(
  "send-match-mail",
  (ctx, { data }) => tellAsked(ctx, { askId: (data as AskFact).askId, silence: mailSilence(process.env) }),
  async () => ({ mailer: await mailer(process.env) }),
);
