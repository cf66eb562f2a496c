import { envNames, required } from "@lingxi/core/platform/env";
import type { Mailer } from "@lingxi/core/platform/mail/mailer";

/** The mail transport of the settings: SES, or SMTP where SES is not offered. */
export async function mailer(env = process.env): Promise<Mailer> {
  const from = required(env, envNames.mailFrom);
  const replyTo = env[envNames.replyTo] ?? from;
  if (env[envNames.mailTransport] === "smtp") {
    const { smtpMailer } = await import("@lingxi/core/platform/mail/smtp");
    return smtpMailer({ url: required(env, envNames.smtpUrl), from, replyTo });
  }
  const { sesMailer } = await import("@lingxi/core/platform/mail/ses");
  return sesMailer({ from, replyTo, configurationSet: env[envNames.sesConfigurationSet] });
}

/** Milliseconds of silence after which a mail whose answer was lost is sent again. */
export const mailSilence = (env = process.env): number => Number(env[envNames.mailSilence] ?? "10") * 60_000;
