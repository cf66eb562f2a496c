import { envNames, required } from "./env.ts";
import { liveRenderer } from "./live-render.ts";
import type { Mailer } from "./mail/mailer.ts";
import { type Pace, sharedPace } from "./mail/pace.ts";
import type { Objects } from "./objects.ts";
import { type Fonts, fontsIn } from "./paper/fonts.ts";
import type { Renderer } from "./render.ts";
import { unlogged } from "./sdk.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The mail transport of the settings: SES, or SMTP where SES is not offered. */
export async function mailer(env: Env): Promise<Mailer> {
  const from = required(env, envNames.mailFrom);
  const replyTo = env[envNames.replyTo] ?? from;
  if (env[envNames.mailTransport] === "smtp") {
    const { smtpMailer } = await import("./mail/smtp.ts");
    return smtpMailer({ url: required(env, envNames.smtpUrl), from, replyTo });
  }
  const { sesMailer } = await import("./mail/ses.ts");
  return sesMailer({ from, replyTo, configurationSet: env[envNames.sesConfigurationSet] });
}

/** The files of the site and the private ones. */
export async function objects(env: Env): Promise<Objects> {
  const [{ S3Client }, { s3Objects }] = await Promise.all([import("@aws-sdk/client-s3"), import("./objects-s3.ts")]);
  const client = unlogged(new S3Client({ forcePathStyle: env[envNames.objectsPathStyle] === "1" }));
  return s3Objects(client, { site: required(env, envNames.siteBucket), private: required(env, envNames.privateBucket) });
}

/** The site's live build as a renderer, see `live-render.ts`; one lies beside the function. Loaded when it is used. */
export const renderer = (env: Env): Renderer => liveRenderer(required(env, envNames.renderer));

/** The fonts of pictures and papers: from where they were put beside the function, else from the installed package. Read when they are used. */
export const fonts = (env: Env): Fonts => fontsIn(env[envNames.fonts]);

/** Milliseconds of silence after which a mail whose answer was lost is sent again. */
export const mailSilence = (env: Env): number => Number(env[envNames.mailSilence] ?? "10") * 60_000;

/** What becomes of a campaign's mail whose answer was lost, after the silence. */
export const afterSilence = (env: Env): "ask" | "resend" => (env[envNames.afterSilence] === "resend" ? "resend" : "ask");

let pace: Pace | undefined;

/** Mails a second where neither the settings nor the transport say: what SES gives to begin with. */
const usualRate = 14;

/** The pace of campaigns, shared by all workers of the account. Its rate is the setting, or what SES says of the account; where both are there, the lower one. */
export function campaignPace(env: Env): Pace {
  const set = env[envNames.mailRate] ? Number(env[envNames.mailRate]) : Number.POSITIVE_INFINITY;
  pace ??= sharedPace(
    async (mailer) => {
      const said = (await mailer.rate?.()) ?? Number.POSITIVE_INFINITY;
      return Number.isFinite(Math.min(set, said)) ? Math.min(set, said) : usualRate;
    },
    { now: Date.now, sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) },
  );
  return pace;
}
