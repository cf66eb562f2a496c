/** Every setting that a function reads, in one place; `infra` sets the same names. */
export const envNames = {
  table: "TABLE_NAME",
  siteBucket: "SITE_BUCKET",
  privateBucket: "PRIVATE_BUCKET",
  origin: "SITE_ORIGIN",
  /** Comma-separated; the first makes digests, the others are still accepted. */
  secrets: "LINK_SECRETS",
  /** How many proxies of ours stand before the gateway and add to X-Forwarded-For: 1 behind CloudFront, none on one machine. */
  proxies: "TRUSTED_PROXIES",
  /** What the outermost of them shows in `x-lingxi-edge`; a call without it came past them. Where it is not set, all calls come through them. */
  edgeSecret: "EDGE_SECRET",
  /** How many forms one network may send in ten minutes before a question is asked; ten times as many before nothing more is taken. 30 by default. */
  formLimit: "FORM_LIMIT",
  /** The table of the keys of personal data; the table's name and `-keys` where it is not set. */
  keyTable: "KEY_TABLE_NAME",
  /** Secrets that the keys of personal data are sealed with, comma-separated: the first seals, all open. */
  masterKeys: "MASTER_KEYS",
  mailFrom: "MAIL_FROM",
  replyTo: "MAIL_REPLY_TO",
  /** `ses` (default) or `smtp`. */
  mailTransport: "MAIL_TRANSPORT",
  smtpUrl: "SMTP_URL",
  sesConfigurationSet: "SES_CONFIGURATION_SET",
  /** Mails a second for the whole account; where SES says how many, the lower number counts. */
  mailRate: "MAIL_RATE",
  /** Secrets that the head of the audit trail is signed with, comma-separated: the first signs, all verify. */
  auditKeys: "AUDIT_KEYS",
  bus: "BUS_NAME",
  /** Hosts with their ports, comma-separated, that webhooks may call by http and inside a private network: `hooks.intranet:8080`. None by default. */
  webhookTrusted: "WEBHOOK_TRUSTED",
  /** Minutes of silence after which a mail whose answer was lost may be sent again. */
  mailSilence: "MAIL_SILENCE_MINUTES",
  /** `ask` (default) leaves a campaign's mail of unknown fate to a person; `resend` sends it again after the silence. */
  afterSilence: "MAIL_AFTER_SILENCE",
  /** Path of the site's renderer, `…/server/entry.mjs`. */
  renderer: "RENDERER_PATH",
  /** Folder of the fonts, see `platform/paper/fonts.ts`; the installed package where it is not set. */
  fonts: "FONTS_PATH",
  /** `1` for object stores that are addressed by path. */
  objectsPathStyle: "OBJECTS_PATH_STYLE",
} as const;

/** The value of a setting; a missing one is an error that names it. */
export function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The setting ${name} is missing.`);
  return value;
}
