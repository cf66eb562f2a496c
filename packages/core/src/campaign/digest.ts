import { createHash } from "node:crypto";
import type { Rule } from "../segment/schema.ts";
import type { Aim, CampaignRecord } from "./entity.ts";
import { topicOf } from "./topics-schema.ts";

/** What the segments said, in an order that reading a record does not change. */
const ruled = (aim: Aim | undefined) =>
  [aim?.segment, ...(aim?.except ?? [])].map((named) => named && [named.id, ordered(named.rule)]);
const ordered = ({ match, groups }: Rule) => [
  match,
  groups.map((group) => [
    group.match,
    group.not,
    group.conditions.map(({ about, not, of, did, since, text }) => [about, not, of, did, since, text]),
  ]),
];

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
  aim,
}: CampaignRecord): string {
  const { segmentId, exceptSegments = [], exceptLists = [] } = audience;
  const aimed = segmentId || exceptSegments.length || exceptLists.length;
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
    .update(
      JSON.stringify([
        ...[...parts, revision, lastTest?.id, expected, sendAt, local, perMinute],
        ...(aimed ? [segmentId, exceptSegments, exceptLists, ruled(aim)] : []),
      ]),
    )
    .digest("base64url");
}
