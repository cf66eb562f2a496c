import { entity } from "../platform/entity.ts";
import { ofDemand } from "./entity.ts";
import type { AskSide } from "./schema.ts";

/**
 * That an offer fits a need, for the owner of one side: made once for a pair, ever. `new`: to be told; `told`: taken for a mail; `gone`: there was
 * nobody to tell, or nothing left to tell of.
 */
export interface FitRecord {
  readonly demandId: string;
  readonly offerId: string;
  readonly side: AskSide;
  readonly foundAt: string;
  readonly status: "new" | "told" | "gone";
}

export const newFits = "match-fits";

export const Fits = entity<FitRecord, { demandId: string; offerId: string; side: AskSide }>({
  type: "match-fit",
  key: ({ demandId, offerId, side }) => ({ pk: ofDemand(demandId), sk: `fit#${offerId}#${side}` }),
  indexed: (f) => ({
    byState: f.status === "new" ? { pk: newFits, sk: `${f.foundAt}#${f.demandId}#${f.offerId}#${f.side}` } : undefined,
  }),
});
