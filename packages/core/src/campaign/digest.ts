import { createHash } from "node:crypto";
import type { CampaignRecord } from "./entity.ts";
import { topicOf } from "./topics-schema.ts";

/** What an order is of: text, audience, number and time. Whoever approves it approves exactly this, and nothing else is sent. */
export function digestOf({
  id,
  kind,
  topic,
  subject,
  body,
  audience,
  revision,
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
    .update(JSON.stringify([...parts, revision, expected, sendAt, local, perMinute]))
    .digest("base64url");
}
