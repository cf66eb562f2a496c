import type { CooperationWay } from "../project/schema.ts";
import type { conditionNames } from "./schema.ts";

/** What a need asks besides texts. Money is 分. */
export interface Asked {
  readonly trl?: number | undefined;
  readonly budgetTo?: number | undefined;
  readonly region?: string | undefined;
  readonly ways?: readonly CooperationWay[] | undefined;
}

/** What is known of an offer besides its texts. */
export interface Offered {
  /** Whether its right is in force; undefined where it has none or nobody knows. */
  readonly inForce?: boolean | undefined;
  readonly trl?: number | undefined;
  readonly askingFrom?: number | undefined;
  readonly region?: string | undefined;
  readonly ways?: readonly CooperationWay[] | undefined;
  /** Licensed to one alone already. */
  readonly exclusive?: boolean | undefined;
}

type ConditionName = (typeof conditionNames)[number];

export interface Condition {
  readonly name: ConditionName;
  readonly holds: boolean;
}

/** The conditions of which both sides say something, and whether they hold. They stand beside the order of offers and never change it. */
export function conditionsOf(asked: Asked, offered: Offered): Condition[] {
  const { trl, budgetTo, region, ways } = asked;
  const said: [ConditionName, boolean | undefined][] = [
    ["in-force", offered.inForce],
    ["trl", trl !== undefined && offered.trl !== undefined ? offered.trl >= trl : undefined],
    ["budget", budgetTo !== undefined && offered.askingFrom !== undefined ? offered.askingFrom <= budgetTo : undefined],
    ["region", region && offered.region ? region === offered.region : undefined],
    ["ways", ways?.length && offered.ways?.length ? ways.some((way) => offered.ways?.includes(way)) : undefined],
    ["exclusivity", offered.exclusive === undefined ? undefined : !offered.exclusive],
  ];
  return said.flatMap(([name, holds]) => (holds === undefined ? [] : [{ name, holds }]));
}
