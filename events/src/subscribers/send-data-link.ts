import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { type DataRequestFact, sendDataLink } from "@lingxi/core/privacy/reactions";
import { subscriber } from "../subscriber.ts";

/** Sends the link to what is held on an address, to that address. */
export const handler = subscriber(
  "send-data-link",
  (ctx, { data }) => sendDataLink(ctx, { ...(data as DataRequestFact), silence: mailSilence(process.env) }),
  async () => ({ mailer: await mailer(process.env) }),
);
