import type { Localised } from "../platform/text.ts";

/** 转让, 许可, 作价入股, 合作开发, 技术服务. */
export const cooperationWays = ["assignment", "licence", "equity", "joint-development", "service"] as const;
export type CooperationWay = (typeof cooperationWays)[number];

/** 挂牌项目 as the public reads it. */
export interface PublicProject {
  readonly id: string;
  readonly title: Localised;
  readonly problem: Localised;
  readonly advantage: Localised;
  readonly economics: Localised;
  readonly chain: string;
  /** Technology readiness level 1–9 (GB/T 22900). */
  readonly trl: number;
  readonly ways: readonly CooperationWay[];
  /** Asking range in 分; absent when it is to be agreed. A reference, not an appraisal. */
  readonly asking?: { readonly from: number; readonly to: number } | undefined;
  readonly supplier: string;
  readonly listedAt: string;
  readonly updatedAt: string;
}
