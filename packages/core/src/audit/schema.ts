import * as z from "zod";
import { labelled, Paging } from "../platform/schema.ts";

/** What became of a record. Nothing is removed out of hand: `removed` is what time tidied away, or what publishing had derived. */
export const trailActions = ["created", "changed", "removed"] as const;
export type TrailAction = (typeof trailActions)[number];

/**
 * A value in the trail: JSON as it was stored; `sealed` for what is somebody's, in base64 with the label of the key that opens it; `digest` for what
 * is longer than an entry holds, with its length in characters of JSON.
 */
export type TrailValue =
  | { readonly is: unknown }
  | { readonly sealed: string; readonly for: string }
  | { readonly digest: string; readonly length: number };

export interface FieldChange {
  readonly name: string;
  readonly before?: TrailValue | undefined;
  readonly after?: TrailValue | undefined;
}

/** One change of one record. Instants are ISO 8601, UTC. */
export interface TrailEntry {
  /** Its place in the chain, from 1. */
  readonly n: number;
  /** Name of the change in the table's stream: the same however often it is told. */
  readonly event: string;
  readonly at: string;
  /** When it was appended. */
  readonly recordedAt: string;
  /** Who: a member of staff by id, `public`, or `system:…`. */
  readonly actor: string;
  readonly requestId: string;
  readonly action: TrailAction;
  /** Kind of record, and where it lies. */
  readonly entity: string;
  readonly pk: string;
  readonly sk: string;
  /** The record's own version after the change; absent where it has none. */
  readonly version?: number | undefined;
  /** The domain events that it meant. */
  readonly events: readonly string[];
  readonly fields: readonly FieldChange[];
}

/** A row of the trail as it is read: sealed values are opened as long as the person's key is there. */
export interface TrailRow extends Omit<TrailEntry, "fields"> {
  readonly hash: string;
  readonly fields: readonly (Omit<FieldChange, "before" | "after"> & {
    readonly before?: SeenValue;
    readonly after?: SeenValue;
  })[];
}
/** `erased` says that the value was somebody's who has been erased. */
export type SeenValue =
  | { readonly is: unknown; readonly personal?: true }
  | { readonly erased: true }
  | { readonly digest: string; readonly length: number };

export const ReadTrail = Paging.extend({
  record: labelled(
    z
      .string()
      .max(300)
      .optional()
      .transform((text) => text?.trim() || undefined),
    "记录",
    "Record",
    { "zh-CN": "记录的编号，例如 act_…、prj_…。", en: "The record's id, for example act_… or prj_…." },
  ),
  actor: labelled(
    z
      .string()
      .max(100)
      .optional()
      .transform((text) => text?.trim() || undefined),
    "操作人",
    "Who",
    { "zh-CN": "工作人员编号，public（公众）或 system:…（系统）。", en: "A member of staff by id, public, or system:…." },
  ),
  month: labelled(
    z
      .string()
      .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)
      .optional()
      .transform((text) => text || undefined),
    "月份",
    "Month",
    { "zh-CN": "按北京时间，例如 2026-11。", en: "In Beijing time, for example 2026-11." },
  ),
});
