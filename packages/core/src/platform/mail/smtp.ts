import { createTransport } from "nodemailer";
import { MailDeferred, type Mailer, MailRejected } from "./mailer.ts";

/** SMTP, where SES is not offered. 5xx is a refusal, 4xx and no connection mean later; a connection lost after DATA means unknown. */
export function smtpMailer(options: { url: string; from: string; replyTo: string }): Mailer {
  const transport = createTransport(options.url);
  return {
    from: options.from,
    replyTo: options.replyTo,
    async send({ from, to, raw, key }) {
      try {
        const head = Buffer.from(`X-Mail-Key: ${key}\r\n`);
        const answer = await transport.sendMail({ envelope: { from, to }, raw: Buffer.concat([head, raw]) });
        return { messageId: answer.messageId };
      } catch (error) {
        const { responseCode = 0, command = "", code = "" } = error as { responseCode?: number; command?: string; code?: string };
        if (responseCode >= 500) throw new MailRejected(String(responseCode));
        if (responseCode >= 400 || command === "CONN" || code === "ECONNECTION" || code === "EAUTH")
          throw new MailDeferred(String(responseCode || code));
        throw error;
      }
    },
  };
}
