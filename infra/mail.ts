import { envNames } from "@lingxi/core/platform/env";
import { SecretValue, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Handler } from "./functions.ts";
import type { Settings } from "./settings.ts";

/**
 * How mail leaves. With SES: a verified domain, a configuration set that demands TLS, and its events on the account's default bus, the only one
 * that SES can reach. With SMTP (where there is no SES, as in China): the server's address, from a secret.
 */
export class Mail extends Construct {
  readonly configurationSet: ses.ConfigurationSet | undefined;
  readonly #identity: ses.EmailIdentity | undefined;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    this.#settings = settings;
    if (settings.mailTransport === "smtp") return;
    this.configurationSet = new ses.ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: `lingxi-${settings.stage}`,
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination("Feedback", {
      destination: ses.EventDestination.eventBus(events.EventBus.fromEventBusName(this, "DefaultBus", "default")),
      events: [
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
        ses.EmailSendingEvent.REJECT,
        ses.EmailSendingEvent.DELIVERY_DELAY,
        ses.EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    this.#identity = new ses.EmailIdentity(this, "Identity", {
      identity: ses.Identity.domain(settings.mailDomain),
      configurationSet: this.configurationSet,
      mailFromDomain: `bounce.${settings.mailDomain}`,
    });
  }

  /** Sending as the product's one address, and the settings for it. */
  grantSend(handler: Handler): void {
    const { mailTransport, mailFrom, replyTo, mailRate, smtpSecret } = this.#settings;
    handler.set(envNames.mailTransport, mailTransport);
    handler.set(envNames.mailFrom, mailFrom);
    handler.set(envNames.replyTo, replyTo);
    if (mailRate) handler.set(envNames.mailRate, mailRate);
    if (!this.configurationSet || !this.#identity) {
      handler.set(envNames.smtpUrl, SecretValue.secretsManager(smtpSecret).unsafeUnwrap());
      return;
    }
    const name = this.configurationSet.configurationSetName;
    handler.set(envNames.sesConfigurationSet, name);
    if (handler.entry.name.startsWith("send-campaign")) {
      handler.allow(["ses:GetAccount"], ["*"]);
      acknowledge(
        handler.role,
        "AwsSolutions-IAM5[Resource::*]",
        "The account's rate of sending is of no resource: GetAccount allows only *.",
      );
    }
    handler.allow(
      ["ses:SendEmail", "ses:SendRawEmail"],
      [
        this.#identity.emailIdentityArn,
        Stack.of(this).formatArn({ service: "ses", resource: "configuration-set", resourceName: name }),
      ],
      // The address alone, where a name stands before it.
      { StringEquals: { "ses:FromAddress": /<([^>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom } },
    );
  }
}
