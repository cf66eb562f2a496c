import { createHash } from "node:crypto";
import type { CampaignRecord } from "./entity.ts";
import { topicOf } from "./topics-schema.ts";

/** What an order is of: text, the mails that were made of it for its test, audience, number and time. Whoever approves it approves exactly this, and nothing else is sent. */
export function digestOf({
  id,
  kind,
  topic,
  subject,
  body,
  audience,
  revision,
  lastTest,
  expected,
  sendAt,
  local,
  perMinute,
}: CampaignRecord): string {
  const parts = [
    id,
    kind,
    subject["zh-CN"],
    subject.en,
    body["zh-CN"],
    body.en,
    audience.chains,
    audience.importId,
    audience.activityId,
    topicOf({ topic }),
  ];
  return createHash("sha256")
    .update(JSON.stringify([...parts, revision, lastTest?.id, expected, sendAt, local, perMinute]))
    .digest("base64url");
}
