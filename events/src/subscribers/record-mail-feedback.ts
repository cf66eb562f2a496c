import { laneOf, slowDown } from "@lingxi/core/platform/mail/lanes";
import { type Feedback, recordFeedback } from "@lingxi/core/platform/mail/record";
import { subscriber } from "../subscriber.ts";

/** What SES publishes of a mail that carried our tag. */
interface SesEvent {
  readonly eventType: string;
  readonly mail: { readonly messageId: string; readonly tags?: Readonly<Record<string, readonly string[]>> };
  readonly bounce?: { readonly bounceType: string; readonly bounceSubType?: string };
  readonly complaint?: { readonly complaintFeedbackType?: string };
  readonly deliveryDelay?: { readonly delayedRecipients?: readonly { readonly emailAddress?: string }[] };
}

const meaning: Readonly<Record<string, Feedback>> = {
  Delivery: "delivered",
  Complaint: "complained",
  Reject: "rejected",
  "Rendering Failure": "rejected",
};

/** Records in the mail ledger what became of a mail. A soft bounce says only that the transport has it; a delay, that a receiving domain is too busy for more. */
export const handler = subscriber("record-mail-feedback", async (ctx, { data }) => {
  const { eventType, mail, bounce, complaint, deliveryDelay } = data as SesEvent;
  const key = mail.tags?.["mail-key"]?.[0];
  const status = eventType === "Bounce" ? (bounce?.bounceType === "Permanent" ? "bounced" : "accepted") : meaning[eventType];
  for (const { emailAddress } of deliveryDelay?.delayedRecipients ?? [])
    if (emailAddress) await slowDown(ctx, laneOf(ctx, emailAddress));
  if (key && status) await recordFeedback(ctx, key, status, bounce?.bounceSubType ?? complaint?.complaintFeedbackType);
});
