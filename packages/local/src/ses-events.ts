import { randomUUID } from "node:crypto";
import { account, type Envelope, envelope, region } from "./bus.ts";

/** A mail as the embedded SES took it. */
export interface TakenMail {
  readonly id: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly at: Date;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What SES would say of a mail through its event destination: delivery, but for the addresses of the mailbox simulator. */
export function feedbackOf(mail: TakenMail): Envelope[] {
  return mail.recipients.flatMap((recipient) => {
    const simulated = /^(bounce|complaint|suppressionlist)(?:\+[^@]*)?@simulator\.amazonses\.com$/i
      .exec(recipient)?.[1]
      ?.toLowerCase();
    if (simulated === "bounce" || simulated === "suppressionlist")
      return [bounced(mail, recipient, simulated === "bounce" ? "General" : "Suppressed")];
    return simulated === "complaint" ? [delivered(mail, recipient), complained(mail, recipient)] : [delivered(mail, recipient)];
  });
}

const event = (mail: TakenMail, type: string, detail: object) =>
  envelope("aws.ses", type, { ...detail, mail: mailPart(mail) }, new Date(), [
    `arn:aws-cn:ses:${region}:${account}:identity/${mail.sender.replace(/^.*@|>.*$/g, "")}`,
  ]);

const mailPart = (mail: TakenMail) => ({
  timestamp: mail.at.toISOString(),
  source: mail.sender,
  sendingAccountId: account,
  messageId: mail.id,
  destination: mail.recipients,
  headersTruncated: false,
  commonHeaders: { from: [mail.sender], to: mail.recipients, messageId: mail.id, subject: mail.subject },
  tags: mail.tags,
});

const delivered = (mail: TakenMail, recipient: string) =>
  event(mail, "Email Delivered", {
    eventType: "Delivery",
    delivery: {
      timestamp: new Date().toISOString(),
      processingTimeMillis: 1,
      recipients: [recipient],
      smtpResponse: "250 2.6.0 Message received",
      reportingMTA: "localhost",
    },
  });

const bounced = (mail: TakenMail, recipient: string, kind: "General" | "Suppressed") =>
  event(mail, "Email Bounced", {
    eventType: "Bounce",
    bounce: {
      feedbackId: randomUUID(),
      bounceType: "Permanent",
      bounceSubType: kind,
      bouncedRecipients: [
        { emailAddress: recipient, action: "failed", status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 user unknown" },
      ],
      timestamp: new Date().toISOString(),
      reportingMTA: "dsn; localhost",
    },
  });

const complained = (mail: TakenMail, recipient: string) =>
  event(mail, "Email Complaint Received", {
    eventType: "Complaint",
    complaint: {
      feedbackId: randomUUID(),
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: recipient }],
      timestamp: new Date().toISOString(),
      complaintFeedbackType: "abuse",
      arrivalDate: new Date().toISOString(),
    },
  });
