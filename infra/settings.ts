import { join } from "node:path";
import type { App } from "aws-cdk-lib";

/** What differs between deployments. Each is a CDK context value: `-c name=value`, or the `context` of cdk.json. */
export interface Settings {
  /** Part of every name, so that several can live in one account: `dev`, `prod`. */
  readonly stage: string;
  readonly account?: string | undefined;
  /** Without a region the templates fit any region of the `aws` partition; `cn-…` makes them fit `aws-cn`. */
  readonly region?: string | undefined;
  /** The public host name of the site. Needed in China, where CloudFront serves registered names only. */
  readonly domainName?: string | undefined;
  /** For `domainName`: the ARN of an ACM certificate in us-east-1, or in China the id of a server certificate in IAM. */
  readonly certificate?: string | undefined;
  readonly mailTransport: "ses" | "smtp";
  /** The domain that mail is sent from. */
  readonly mailDomain: string;
  readonly mailFrom: string;
  readonly replyTo: string;
  /** Mails a second for the whole account. */
  readonly mailRate?: string | undefined;
  /** Name of the secret that holds the SMTP address, `smtps://user:password@host:465`. */
  readonly smtpSecret: string;
  /** Version of the link secrets that the functions get; a new value makes CloudFormation read the secret again. */
  readonly linkSecretsVersion?: string | undefined;
  /** Where alarms are sent by mail. */
  readonly alarmEmail?: string | undefined;
  /** Leave out the native picture library, which comes from the package registry: for a synthesis without network. */
  readonly skipNative: boolean;
  /** Folder of the tree whose entry files become functions. */
  readonly root: string;
  /** Folder of the site's build that makes pages, with its `entry.mjs`. */
  readonly renderer: string;
}

export const inChina = (settings: Settings): boolean => settings.region?.startsWith("cn-") ?? false;

/** Reads the settings from the app's context. @throws Error that names the setting and what it may be */
export function readSettings(app: App, root: string): Settings {
  const text = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name);
    return value === undefined || value === "" ? undefined : String(value);
  };
  const region = text("region") ?? process.env.CDK_DEFAULT_REGION;
  const stage = text("stage") ?? "dev";
  if (!/^[a-z][a-z0-9-]{0,15}$/.test(stage))
    throw new Error(`stage is "${stage}": use 1 to 16 lower-case letters, digits and hyphens.`);
  const transport = text("mailTransport") ?? (region?.startsWith("cn-") ? "smtp" : "ses");
  if (transport !== "ses" && transport !== "smtp") throw new Error(`mailTransport is "${transport}": it may be ses or smtp.`);
  const mailDomain = text("mailDomain");
  if (!mailDomain)
    throw new Error("mailDomain is missing: name the domain that mail is sent from, -c mailDomain=mail.example.org.");
  const settings: Settings = {
    stage,
    account: text("account") ?? process.env.CDK_DEFAULT_ACCOUNT,
    region,
    domainName: text("domainName"),
    certificate: text("certificate"),
    mailTransport: transport,
    mailDomain,
    mailFrom: text("mailFrom") ?? `lingxi@${mailDomain}`,
    replyTo: text("replyTo") ?? text("mailFrom") ?? `lingxi@${mailDomain}`,
    mailRate: text("mailRate"),
    smtpSecret: text("smtpSecret") ?? `lingxi/${stage}/smtp-url`,
    linkSecretsVersion: text("linkSecretsVersion"),
    alarmEmail: text("alarmEmail"),
    skipNative: text("skipNative") === "true",
    root,
    renderer: text("renderer") ?? join(root, "site/dist/server"),
  };
  if (Boolean(settings.domainName) !== Boolean(settings.certificate))
    throw new Error("domainName and certificate go together: give both or neither.");
  if (inChina(settings) && !settings.domainName)
    throw new Error("In China CloudFront serves a registered (ICP) domain name only: give domainName and certificate.");
  return settings;
}
