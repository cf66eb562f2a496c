import { envNames, required } from "@lingxi/core/platform/env";
import type { Mailer } from "@lingxi/core/platform/mail/mailer";
import type { Objects } from "@lingxi/core/platform/objects";
import type { Render } from "@lingxi/core/platform/render";

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

/** The files of the site and the private ones. */
export async function objects(env = process.env): Promise<Objects> {
  const [{ S3Client }, { s3Objects }] = await Promise.all([
    import("@aws-sdk/client-s3"),
    import("@lingxi/core/platform/objects-s3"),
  ]);
  const client = new S3Client({ forcePathStyle: env[envNames.objectsPathStyle] === "1" });
  return s3Objects(client, { site: required(env, envNames.siteBucket), private: required(env, envNames.privateBucket) });
}

/** The site's build as a renderer, from where it was put beside the function. */
export async function renderer(env = process.env): Promise<Render> {
  const { render } = (await import(required(env, envNames.renderer))) as { render: Render };
  return render;
}

/** Milliseconds of silence after which a mail whose answer was lost is sent again. */
export const mailSilence = (env = process.env): number => Number(env[envNames.mailSilence] ?? "10") * 60_000;
