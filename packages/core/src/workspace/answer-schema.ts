import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { dutyKinds, noticeKinds, thingKinds, underWayKinds, workKinds } from "./schema.ts";

const thing = { kind: z.enum(thingKinds), id: z.string(), title: Text, status: z.string() };

export const Found = z
  .object({ items: listOf(z.object(thing)) })
  .meta({ id: "FoundThings", description: "Things of every kind." });

export const Today = z
  .object({
    duties: listOf(
      z.object({
        kind: z.enum(dutyKinds),
        count: z.int(),
        more: z.boolean().describe("They were not all counted."),
        first: listOf(
          z.object({
            ...thing,
            kind: z.enum([...thingKinds, "organisation", "match"]),
            at: z.string().optional().describe("The instant or the day that matters."),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Today", description: "今日待办: what waits for the one who asks." });

export const Notices = z
  .object({
    items: listOf(z.object({ id: z.string(), kind: z.enum(noticeKinds), at: Time, about: z.string() })),
    seen: z.string().optional().describe("Up to which notice they were seen before."),
  })
  .meta({ id: "Notices", description: "站内通知." });

export const SeenUpTo = z.object({ seen: z.string() });
export const StopAsked = z.object({ stopAsked: z.boolean().describe("Its owner wants it to end.") });

export const Works = z
  .object({
    items: listOf(
      z.object({
        id: z.string(),
        owner: z.string(),
        title: Text,
        href: z.string(),
        kind: z.enum(workKinds).optional(),
        seal: z.string().optional().describe("The key of the file that a browser holds."),
        status: z.enum(["running", "finished", "stopped"]),
        total: z.int(),
        done: z.int(),
        failed: z.int(),
        refusals: listOf(z.object({ id: z.string(), name: z.string(), why: z.string() })),
        stopAsked: z.boolean().optional(),
        startedAt: Time,
        endedAt: Time.optional(),
      }),
    ),
  })
  .meta({ id: "Works", description: "长任务: one's own, the newest first." });

export const Pulse = z
  .record(z.string(), z.string())
  .readonly()
  .meta({ id: "Pulse", description: "A number a topic; another one when the topic changed." });

export const UnderWays = z
  .object({
    items: listOf(
      z.object({
        kind: z.enum(underWayKinds),
        id: z.string(),
        title: Text.optional(),
        done: z.int(),
        total: z.int().describe("0 while nobody knows."),
        startedAt: Time,
        stopAsked: z.boolean().optional(),
      }),
    ),
  })
  .meta({ id: "UnderWay", description: "What the product does by itself for a while: sending, importing, publishing." });

export const Views = z
  .object({
    items: listOf(
      z.object({
        list: z.string().describe("The list's address, `*` for an id."),
        views: listOf(z.object({ id: z.string(), name: z.string(), query: z.string() })),
        preferred: z.string().optional().describe("The view that the list opens with."),
        version: z.int(),
      }),
    ),
  })
  .meta({ id: "KeptViews", description: "视图: one's own, of every list." });
