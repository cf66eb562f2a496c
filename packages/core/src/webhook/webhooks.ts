import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { CallTrouble } from "../platform/outbound.ts";
import { everyWebhook } from "./deliver.ts";
import { type WebhookRecord, Webhooks } from "./entity.ts";
import {
  addressInsecure,
  addressPrivate,
  addressUnresolved,
  mostWebhooks,
  tooManyWebhooks,
  WebhookContent,
  webhookMissing,
} from "./schema.ts";
import { secretOf } from "./sign.ts";

export type WebhookRow = WebhookRecord & Stored;

const One = z.object({ webhookId: z.string().max(40) });
const Versioned = One.extend({ version: z.int() });

const refusals: Partial<Record<CallTrouble, typeof addressPrivate>> = {
  private: addressPrivate,
  unresolved: addressUnresolved,
  tls: addressInsecure,
};

/** @throws DomainError `webhook.private`, `webhook.unresolved`, `webhook.insecure` */
async function checkAddress(ctx: Ctx, url: string): Promise<void> {
  const trouble = await ctx.outbound.check(url);
  const why = trouble && (refusals[trouble] ?? addressUnresolved);
  if (why) throw new DomainError(why, { fields: [{ field: "url", message: why.text }] });
}

export async function readWebhook(
  ctx: Ctx,
  { webhookId, version }: { webhookId: string; version?: number },
): Promise<WebhookRow> {
  const hook = await Webhooks.get(ctx, { id: webhookId }, webhookMissing);
  if (hook.status === "removed") throw new DomainError(webhookMissing);
  if (version !== undefined && hook.version !== version) throw new DomainError(changedMeanwhile);
  return hook;
}

/** Registers an address. The secret is in this answer, and in no other. */
export const registerWebhook = command({
  input: WebhookContent,
  access: ["organiser"],
  async run(ctx, content): Promise<{ id: string; secret: string }> {
    await checkAddress(ctx, content.url);
    if ((await everyWebhook(ctx)).length >= mostWebhooks) throw new DomainError(tooManyWebhooks);
    const hook: WebhookRecord = { ...content, id: ctx.newId("whk"), status: "active", generation: 1 };
    await save(ctx, Webhooks.create(ctx, hook));
    return { id: hook.id, secret: secretOf(ctx, hook) };
  },
});

export const changeWebhook = command({
  input: WebhookContent.extend(Versioned.shape),
  access: ["organiser"],
  async run(ctx, { webhookId, version, ...content }): Promise<{ version: number }> {
    const hook = await readWebhook(ctx, { webhookId, version });
    if (content.url !== hook.url) await checkAddress(ctx, content.url);
    await save(ctx, Webhooks.change(ctx, hook, content));
    return { version: version + 1 };
  },
});

/** Switches it on or off. What was due while it was off is in its log as stopped. */
export const switchWebhook = command({
  input: Versioned.extend({ on: z.boolean() }),
  access: ["organiser"],
  async run(ctx, { webhookId, version, on }): Promise<{ version: number }> {
    const hook = await readWebhook(ctx, { webhookId, version });
    const patch = { status: on ? "active" : "paused", failingSince: undefined, disabledBecause: undefined } as const;
    await save(ctx, Webhooks.change(ctx, hook, patch));
    return { version: version + 1 };
  },
});

/** A new secret, told once. Messages are signed with the old one too for a day. */
export const rollWebhookSecret = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { webhookId, version }): Promise<{ version: number; secret: string }> {
    const hook = await readWebhook(ctx, { webhookId, version });
    const next = { ...hook, generation: hook.generation + 1 };
    await save(ctx, Webhooks.change(ctx, hook, { generation: next.generation, rolledAt: ctx.now().toISOString() }));
    return { version: version + 1, secret: secretOf(ctx, next) };
  },
});

export const removeWebhook = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, input): Promise<void> {
    const hook = await readWebhook(ctx, input);
    await save(ctx, Webhooks.change(ctx, hook, { status: "removed" }));
  },
});

export const listWebhooks = command({
  input: z.object({}),
  access: ["organiser", "auditor"],
  run: async (ctx): Promise<{ items: readonly WebhookRow[] }> => ({ items: await everyWebhook(ctx) }),
});

export const getWebhook = command({
  input: One,
  access: ["organiser", "auditor"],
  run: (ctx, input): Promise<WebhookRow> => readWebhook(ctx, input),
});
