import type { Localised } from "../platform/text.ts";
import type { CooperationWay } from "../project/schema.ts";

/** Where a published need stands: 形成 open → 对接 in-contact → 解决 solved, or closed without. */
export const demandStates = ["open", "in-contact", "solved", "unsolved"] as const;
export type DemandState = (typeof demandStates)[number];

/** What the need asks of a solution, in numbers: 良率 ≥ 95 %. */
export interface Indicator {
  readonly name: string;
  readonly comparison: ">=" | "<=" | "=" | "range";
  readonly value: string;
  readonly unit: string;
}

/** 需求 as the public reads it. Of a trade secret only the teaser: title and scenario. */
export interface PublicDemand {
  readonly id: string;
  readonly title: Localised;
  /** What is missing, and how one copes today. */
  readonly problem: Localised;
  /** Where it would be used. */
  readonly scenario?: Localised | undefined;
  /** The effect wanted. */
  readonly effect?: Localised | undefined;
  readonly indicators: readonly Indicator[];
  /** Details are held back as a trade secret; `problem` says so. */
  readonly confidential?: boolean | undefined;
  readonly chain: string;
  /** Readiness asked for, 1–9 (GB/T 22900). */
  readonly trl?: number | undefined;
  readonly ways: readonly CooperationWay[];
  /** Budget in 分; absent when it is to be agreed. */
  readonly budget?: { readonly from: number; readonly to: number } | undefined;
  readonly region?: string | undefined;
  readonly organisation: string;
  /** Day by which a solution is wanted, `2027-06-30`. */
  readonly deadline?: string | undefined;
  readonly state: DemandState;
  readonly listedAt: string;
  readonly updatedAt: string;
}
