import { entity } from "../platform/entity.ts";
import type { Localised } from "../platform/text.ts";

/** A batch of needs. Which needs are in it stands with each of them. */
export interface BatchRecord {
  readonly id: string;
  readonly name: Localised;
}

export const allBatches = "demand-batches";

export const Batches = entity<BatchRecord, { id: string }>({
  type: "demand-batch",
  key: ({ id }) => ({ pk: `demand-batch#${id}`, sk: "batch" }),
  indexed: ({ id }) => ({ byState: { pk: allBatches, sk: id } }),
});
