import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";

const thing = {
  kind: z.enum(["activity", "demand", "project", "talent", "case", "campaign"]),
  id: z.string(),
  title: Text,
  status: z.string(),
};
export const Things = z.object({ items: listOf(z.object(thing)) });

export const Today = z.object({
  duties: listOf(
    z.object({
      kind: z.enum([
        "review-project",
        "review-demand",
        "review-talent",
        "review-case",
        "held-case",
        "free-seats",
        "paused-campaign",
        "failed-page",
        "overdue-demand",
      ]),
      count: z.int(),
      more: z.boolean(),
      first: listOf(z.object({ ...thing, at: z.string().optional() })),
    }),
  ),
});

export const Notices = z.object({
  items: listOf(
    z.object({
      id: z.string(),
      kind: z.enum([
        "project.submitted",
        "demand.submitted",
        "talent.applied",
        "case.review-asked",
        "campaign.held",
        "campaign.finished",
        "contacts.imported",
        "site.page-failed",
      ]),
      at: Time,
      about: z.string(),
    }),
  ),
  seen: z.string().optional(),
});
export const Seen = z.object({ seen: z.string() });

export const WorkList = z.object({
  items: listOf(
    z.object({
      id: z.string(),
      owner: z.string(),
      title: Text,
      href: z.string(),
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
});
export const StopAsked = z.object({ stopAsked: z.boolean() });
export const Pulse = z.record(z.string(), z.string()).describe("A mark a topic; another mark, and something changed.");
