import { createHash } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { DomainEvent } from "../platform/event.ts";
import { errorFacts } from "../platform/log.ts";
import { CallFailed } from "../platform/outbound.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import {
  type Attempt,
  allWebhooks,
  Deliveries,
  type DeliveryRecord,
  dueDeliveries,
  type WebhookRecord,
  Webhooks,
} from "./entity.ts";
import { hookEvents, mostWebhooks, waits } from "./schema.ts";
import { signedHeaders } from "./sign.ts";

/** Longer than a call may take: whoever died while calling has lost the delivery by then. */
const lease = 120_000;
const mostAttempts = 20;

const after = (ctx: Ctx, milliseconds: number) => new Date(ctx.now().getTime() + milliseconds).toISOString();
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Sorts by time, and is the same for every delivery of the same event. */
const messageId = ({ id, time }: Pick<DomainEvent, "id" | "time">) =>
  `msg_${time.replace(/\D/g, "").padEnd(17, "0").slice(0, 17)}${hash(id).slice(0, 16)}`;

/** Writes, unless somebody was faster. */
async function won(ctx: Ctx, write: Write): Promise<boolean> {
  try {
    await ctx.table.write([write], "");
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

export const everyWebhook = async (ctx: Ctx) =>
  (await Webhooks.list(ctx, { index: "byState", pk: allWebhooks, limit: mostWebhooks * 5 })).items;

/** A message to each webhook that wants the event, and the first attempt at once. An event that comes again finds its messages there. */
export async function tellWebhooks(ctx: Ctx, event: DomainEvent): Promise<number> {
  const known = hookEvents[event.name as keyof typeof hookEvents];
  if (!known) return 0;
  const facts = event.data as Readonly<Record<string, unknown>>;
  const data = Object.fromEntries(known.ids.map((name) => [name, String(facts[name] ?? "")]));
  const wanting = (await everyWebhook(ctx)).filter(
    ({ status, events }) => status === "active" && events.some((name) => name === event.name),
  );
  for (const { id: webhookId } of wanting) {
    const message = { webhookId, id: messageId(event), event: event.name, at: event.time, data };
    await won(ctx, Deliveries.create(ctx, { ...message, status: "waiting", tries: 0, attempts: [], nextAt: event.time }));
  }
  await Promise.all(wanting.map(({ id: webhookId }) => attempt(ctx, { webhookId, id: messageId(event) })));
  return wanting.length;
}

/** What the receiver reads. */
export const bodyOf = ({ event, at, data }: Pick<DeliveryRecord, "event" | "at" | "data">) =>
  JSON.stringify({ type: event, timestamp: at, data });

/** Calls the receiver once, if it is time. At least once: whoever dies between the call and the note of it makes it again, with the same id. */
export async function attempt(ctx: Ctx, of: { webhookId: string; id: string }): Promise<(DeliveryRecord & Stored) | undefined> {
  const [delivery, hook] = await Promise.all([Deliveries.find(ctx, of), Webhooks.find(ctx, { id: of.webhookId })]);
  const now = ctx.now().toISOString();
  if (delivery?.status !== "waiting" || !delivery.nextAt || delivery.nextAt > now) return delivery;
  if (hook?.status !== "active") {
    await won(ctx, Deliveries.change(ctx, delivery, { status: "stopped", nextAt: undefined }));
    return Deliveries.find(ctx, of);
  }
  const tries = delivery.tries + 1;
  const earlier = delivery.attempts.slice(1 - mostAttempts);
  const claim = Deliveries.change(ctx, delivery, { tries, nextAt: after(ctx, lease), attempts: [...earlier, { at: now }] });
  if (!(await won(ctx, claim))) return undefined;
  const made = { at: now, ...(await call(ctx, hook, delivery)) };
  const taken = Deliveries.read(claim.put ?? {});
  const outcome = outcomeOf(ctx, taken, made);
  await won(ctx, Deliveries.change(ctx, taken, { ...outcome, attempts: [...earlier, made] }));
  await note(ctx, hook, made, outcome.status === "given-up" ? taken : undefined);
  return Deliveries.find(ctx, of);
}

async function call(ctx: Ctx, hook: WebhookRecord, delivery: DeliveryRecord): Promise<Omit<Attempt, "at">> {
  const body = bodyOf(delivery);
  const began = ctx.now().getTime();
  const took = () => Math.max(0, ctx.now().getTime() - began);
  try {
    const { status, bytes } = await ctx.outbound.post(hook.url, { headers: signedHeaders(ctx, hook, delivery.id, body), body });
    return { status, bytes, milliseconds: took() };
  } catch (error) {
    if (!(error instanceof CallFailed))
      ctx.log.error("a webhook could not be called", { webhookId: hook.id, ...errorFacts(error) });
    return { trouble: error instanceof CallFailed ? error.trouble : "refused", milliseconds: took() };
  }
}

/** Only 2xx is taken as received; a redirect is not followed, so it is none. */
const received = ({ status = 0 }: Attempt) => status >= 200 && status < 300;

function outcomeOf(ctx: Ctx, { id, tries }: DeliveryRecord, made: Attempt): Pick<DeliveryRecord, "status" | "nextAt"> {
  if (received(made)) return { status: "delivered", nextAt: undefined };
  const wait = made.status === 410 ? undefined : waits[tries - 1];
  if (wait === undefined) return { status: "given-up", nextAt: undefined };
  // Up to a tenth more, another one for each message, so that they do not all come at the same instant.
  const spread = Number.parseInt(hash(`${id}${tries}`).slice(0, 4), 16) / 0xffff / 10;
  return { status: "waiting", nextAt: after(ctx, Math.round(wait * 1000 * (1 + spread))) };
}

/** Keeps in mind since when nothing gets through, and switches off what has not for as long as one message was tried. */
async function note(ctx: Ctx, { id, failingSince }: WebhookRecord, made: Attempt, givenUp?: DeliveryRecord): Promise<void> {
  if (received(made)) {
    if (failingSince) await won(ctx, Webhooks.update(ctx, { id }, "REMOVE #failingSince", { condition: "attribute_exists(pk)" }));
    return;
  }
  const options = { condition: "attribute_exists(pk)", values: { ":at": made.at } };
  if (!failingSince)
    await won(ctx, Webhooks.update(ctx, { id }, "SET #failingSince = if_not_exists(#failingSince, :at)", options));
  const hook = givenUp && (await Webhooks.find(ctx, { id }));
  if (hook?.status !== "active") return;
  const began = givenUp?.attempts.at(-(givenUp.tries || 1))?.at ?? made.at;
  const gone = made.status === 410;
  if (gone || (hook.failingSince !== undefined && hook.failingSince <= began))
    await won(ctx, Webhooks.change(ctx, hook, { status: "disabled", disabledBecause: gone ? "gone" : "failing" }));
}

/** Makes the attempts that are due, the longest due first. */
export async function deliverWebhooks(ctx: Ctx, { milliseconds }: { milliseconds: number }): Promise<number> {
  const until = ctx.now().getTime() + milliseconds;
  let made = 0;
  while (ctx.now().getTime() < until) {
    const upTo = `${ctx.now().toISOString()}#~`;
    const { items } = await Deliveries.list(ctx, { index: "byState", pk: dueDeliveries, between: ["0", upTo], limit: 20 });
    if (!items.length) break;
    await Promise.all(items.map((one) => attempt(ctx, one)));
    made += items.length;
  }
  return made;
}
