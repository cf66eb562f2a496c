import * as z from "zod";
import { listOf, Time } from "../platform/answer-schema.ts";

const Value = z
  .union([
    z.object({ is: z.unknown(), personal: z.literal(true).optional() }),
    z.object({ erased: z.literal(true) }),
    z.object({ digest: z.string(), length: z.int() }),
  ])
  .optional();

export const TrailRow = z
  .object({
    n: z.int(),
    at: Time,
    recordedAt: Time,
    actor: z.string(),
    action: z.enum(["created", "changed", "removed"]),
    entity: z.string(),
    pk: z.string(),
    sk: z.string(),
    version: z.int().optional(),
    requestId: z.string(),
    event: z.string(),
    events: listOf(z.string()),
    hash: z.string(),
    fields: listOf(z.object({ name: z.string(), before: Value, after: Value })),
  })
  .meta({ id: "TrailRow", description: "One change, by whom, with the fields before and after; chained by `hash`." });
