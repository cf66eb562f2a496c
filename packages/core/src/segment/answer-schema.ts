import * as z from "zod";
import { listOf, stored, Time } from "../platform/answer-schema.ts";
import { Condition } from "./schema.ts";

const rule = z.object({
  match: z.enum(["all", "any"]),
  groups: listOf(
    z.object({
      match: z.enum(["all", "any"]),
      not: z.boolean(),
      conditions: listOf(
        z.object({
          about: Condition.shape.about,
          not: z.boolean(),
          of: listOf(z.string()),
          did: Condition.shape.did,
          since: Time.optional(),
          text: z.string().optional(),
        }),
      ),
    }),
  ),
});

export const NamedRule = z.object({ id: z.string(), name: z.string(), rule });

export const SegmentRow = z
  .object({ id: z.string(), name: z.string(), rule, droppedAt: Time.optional(), ...stored })
  .meta({ id: "SegmentRow", description: "A segment: who belongs to it, by a rule." });
