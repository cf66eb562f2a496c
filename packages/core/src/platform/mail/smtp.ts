import { createTransport } from "nodemailer";
import { MailDeferred, type Mailer, MailRejected } from "./mailer.ts";

/** The server's address; where it is another machine nothing is said to it, a password least of all, before the line is encrypted. */
function encrypted(address: string): string {
  const url = new URL(address);
  if (/^(localhost|127\..*|\[::1\])$/.test(url.hostname)) return address;
  url.searchParams.delete("ignoreTLS");
  url.searchParams.set("requireTLS", "true");
  return url.href;
}

/** SMTP, where SES is not offered. 5xx is a refusal, 4xx and no connection mean later; a connection lost after DATA means unknown. */
export function smtpMailer(options: { url: string; from: string; replyTo: string }): Mailer {
  const transport = createTransport(encrypted(options.url));
  return {
    from: options.from,
    replyTo: options.replyTo,
    async send({ from, to, raw, key }) {
      try {
        const head = Buffer.from(`X-Mail-Key: ${key}\r\n`);
        const answer = await transport.sendMail({ envelope: { from, to }, raw: Buffer.concat([head, raw]) });
        return { messageId: answer.messageId };
      } catch (error) {
        const { responseCode = 0, syscall = "", code = "" } = error as { responseCode?: number; syscall?: string; code?: string };
        // Only what failed before there was a connection is known not to be sent: the library names every lost connection alike.
        const never = syscall === "connect" || code === "EDNS" || code === "EAUTH";
        const said = responseCode >= 400 && responseCode < 500;
        // Said of the recipient or of the mail, and not of us.
        const by = said && (code === "EENVELOPE" || code === "EMESSAGE") ? "domain" : "transport";
        if (never || said) throw new MailDeferred(String(responseCode || code), by);
        if (responseCode >= 500) throw new MailRejected(String(responseCode));
        throw error;
      }
    },
  };
}
