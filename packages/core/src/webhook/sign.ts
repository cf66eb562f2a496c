import { createHmac } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import type { WebhookRecord } from "./entity.ts";

const day = 86_400_000;

/** The keys of one generation of a webhook, by every secret of the product that is still accepted, the newest first: 33 bytes each. */
function keysOf(ctx: Ctx, id: string, generation: number): Buffer[] {
  const [first, second] = ["a", "b"].map((half) => ctx.keys.digests(`webhook-secret-${half}`, `${id}|${generation}`));
  return (first ?? []).map((half, n) => Buffer.from(half + (second?.[n] ?? ""), "base64url"));
}

/** What the receiver checks signatures with, as Standard Webhooks writes it. Derived from the record, kept nowhere. */
export const secretOf = (ctx: Ctx, { id, generation }: Pick<WebhookRecord, "id" | "generation">): string =>
  `whsec_${keysOf(ctx, id, generation)[0]?.toString("base64")}`;

/**
 * The headers of Standard Webhooks 1.0: HMAC-SHA-256 over `id.timestamp.body`. There are several signatures while a secret that was replaced a day
 * ago, or one of the product's own, is still accepted.
 */
export function signedHeaders(
  ctx: Ctx,
  { id, generation, rolledAt }: Pick<WebhookRecord, "id" | "generation" | "rolledAt">,
  messageId: string,
  body: string,
): Record<string, string> {
  const now = ctx.now().getTime();
  const timestamp = String(Math.floor(now / 1000));
  const overlap = rolledAt !== undefined && now - new Date(rolledAt).getTime() < day;
  const keys = [...keysOf(ctx, id, generation), ...(overlap ? keysOf(ctx, id, generation - 1) : [])];
  const text = `${messageId}.${timestamp}.${body}`;
  return {
    "content-type": "application/json",
    "user-agent": "Lingxi-Webhooks/1.0",
    "webhook-id": messageId,
    "webhook-timestamp": timestamp,
    "webhook-signature": keys.map((key) => `v1,${createHmac("sha256", key).update(text).digest("base64")}`).join(" "),
  };
}
