import { GetAccountCommand, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { unlogged } from "../sdk.ts";
import { MailDeferred, type Mailer, MailRejected } from "./mailer.ts";

const refused = new Set(["MessageRejected", "BadRequestException", "MailFromDomainNotVerifiedException", "NotFoundException"]);
const later = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "SendingPausedException",
  "AccountSuspendedException",
  "ThrottlingException",
]);

/** Amazon SES (API v2). One call a mail: the SDK's own retries would send twice after a lost answer. */
export function sesMailer(options: {
  from: string;
  replyTo: string;
  configurationSet?: string | undefined;
  endpoint?: string;
  region?: string;
}): Mailer {
  const client = unlogged(
    new SESv2Client({
      maxAttempts: 1,
      requestHandler: new NodeHttpHandler({ connectionTimeout: 3000, requestTimeout: 15_000 }),
      ...(options.endpoint ? { endpoint: options.endpoint } : {}),
      ...(options.region ? { region: options.region } : {}),
    }),
  );
  return {
    from: options.from,
    replyTo: options.replyTo,
    async rate() {
      try {
        return (await client.send(new GetAccountCommand({}))).SendQuota?.MaxSendRate || undefined;
      } catch {
        // It is a wish: an endpoint or a role that does not tell leaves it to the setting.
        return undefined;
      }
    },
    async send({ from, to, raw, key }) {
      try {
        const answer = await client.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [to] },
            Content: { Raw: { Data: raw } },
            EmailTags: [{ Name: "mail-key", Value: key }],
            ...(options.configurationSet ? { ConfigurationSetName: options.configurationSet } : {}),
          }),
        );
        return { messageId: answer.MessageId ?? "" };
      } catch (error) {
        const name = error instanceof Error ? error.name : "";
        const code = (error as { code?: string }).code;
        if (refused.has(name)) throw new MailRejected(name);
        if (later.has(name) || code === "ECONNREFUSED" || code === "ENOTFOUND") throw new MailDeferred(name || code);
        throw error;
      }
    },
  };
}
