import { whoActs } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Write } from "../platform/table.ts";
import { Case, CaseHistory, type CaseHistoryRecord, type CaseRecord } from "./entity.ts";
import type { CaseVersion } from "./schema.ts";

type Told = Pick<CaseHistoryRecord, "what" | "draft" | "fields" | "from" | "remark" | "publishAt">;

/** The entry for what is being done to a case as its next version. */
export const told = (ctx: Ctx, caseId: string, number: number, entry: Told): Write =>
  CaseHistory.create(ctx, { caseId, number, at: ctx.now().toISOString(), by: whoActs(ctx), ...entry });

/** A change of a case together with its entry in the history. */
export const changed = (ctx: Ctx, record: CaseRecord & Stored, patch: Partial<CaseRecord>, entry: Told): Write[] => [
  Case.change(ctx, record, patch),
  told(ctx, record.id, record.version + 1, entry),
];

/** The entry of a draft that was written before histories were kept, so that it can be compared with what follows; numbered by its text. */
export function forgotten(ctx: Ctx, { id, drafted, draft, updatedAt, updatedBy }: CaseRecord & Stored): Write[] {
  if (drafted !== undefined) return [];
  const entry = { caseId: id, number: draft.revision, what: "edited", at: updatedAt, by: { id: updatedBy }, draft } as const;
  return [CaseHistory.create(ctx, entry)];
}

export const toVersion = ({ number, draft, what, at, by, fields, from, remark, publishAt }: CaseHistoryRecord): CaseVersion => ({
  version: number,
  content: draft !== undefined,
  ...{ what, at, by },
  ...(fields ? { fields } : {}),
  ...(from === undefined ? {} : { from }),
  ...(remark ? { remark } : {}),
  ...(publishAt ? { publishAt } : {}),
});
