import {
  changeWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  registerWebhook,
  removeWebhook,
  resendDelivery,
  rollWebhookSecret,
  switchWebhook,
  testWebhook,
} from "@lingxi/core/webhook";
import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** Webhooks and what was sent to them. */
const webhooks = new Hono<Env>()
  .get("/", describe({ summary: "Webhooks", verb: listWebhooks }), async (c) => c.json(await listWebhooks(c.var.ctx, {})))
  .post("/", describe({ summary: "Register a webhook", verb: registerWebhook, status: 201 }), json(registerWebhook), async (c) =>
    c.json(await registerWebhook(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:webhookId", describe({ summary: "One webhook", verb: getWebhook }), async (c) =>
    c.json(await getWebhook(c.var.ctx, c.req.param())),
  )
  .put("/:webhookId", describe({ summary: "Change a webhook", verb: changeWebhook }), json(changeWebhook), async (c) =>
    c.json(await changeWebhook(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:webhookId/switch",
    describe({ summary: "Switch a webhook on or off", verb: switchWebhook }),
    json(switchWebhook),
    async (c) => c.json(await switchWebhook(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:webhookId/secret",
    describe({ summary: "Give a webhook a new secret", verb: rollWebhookSecret }),
    json(rollWebhookSecret),
    async (c) => c.json(await rollWebhookSecret(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:webhookId/remove",
    describe({ summary: "Remove a webhook", verb: removeWebhook, status: 204 }),
    json(removeWebhook),
    async (c) => {
      await removeWebhook(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() });
      return c.body(null, 204);
    },
  )
  .post("/:webhookId/test", describe({ summary: "Send a test message", verb: testWebhook }), async (c) =>
    c.json(await testWebhook(c.var.ctx, c.req.param())),
  )
  .get(
    "/:webhookId/deliveries",
    describe({ summary: "What was sent to a webhook", verb: listDeliveries }),
    query(listDeliveries),
    async (c) => c.json(await listDeliveries(c.var.ctx, { ...c.req.valid("query"), ...c.req.param() })),
  )
  .post(
    "/:webhookId/deliveries/:deliveryId/resend",
    describe({ summary: "Send a message again", verb: resendDelivery }),
    json(resendDelivery),
    async (c) => c.json(await resendDelivery(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );

export const app = appOf({ api: new Hono<Env>().route("/console/webhooks", webhooks) });
