import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, line, localised } from "../platform/schema.ts";
import type * as answers from "./answer-schema.ts";

/** Needs that are taken up together, say the first ones of a year: 形成一批、对接一批、解决一批. */
export type Batch = Readonly<z.infer<typeof answers.Batch>>;

export const MakeBatch = z.object({
  name: labelled(localised(60), "批次名称", "Name of the batch", {
    "zh-CN": "例如：2026 年第一批。",
    en: "For example: first batch of 2026.",
  }),
});

const BatchId = z.string().regex(/^bat_[0-9a-z]{1,40}$/);

/** As many needs as a page of the list shows. */
export const GatherDemands = z.object({
  batchId: labelled(BatchId, "批次", "Batch"),
  demandIds: labelled(z.array(z.string().max(40)).min(1).max(100), "需求", "Needs"),
});

export const LeaveBatch = z.object({ demandId: z.string().max(40), version: z.int() });

/** Narrows the list of needs: those of one batch, those of one enterprise. */
export const batchFilters = { batch: BatchId, owner: line(120) } as const;

export const batchMissing = reason(
  "demand.batch-not-found",
  "not-found",
  "没有找到这个批次。请从批次列表重新选择，或新建一个。",
  "There is no such batch. Choose one from the list, or make a new one.",
);
