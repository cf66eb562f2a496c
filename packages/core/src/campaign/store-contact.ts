import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import type { Words } from "../platform/text.ts";
import { consentsTo } from "./consented.ts";
import { contactLabels } from "./contact-schema.ts";
import { withDifferences } from "./differences.ts";
import { Contact, type ContactRecord, type ImportRecord } from "./entity.ts";
import { findContact } from "./find-contact.ts";
import { consentBases } from "./kinds-schema.ts";
import type { RowFields } from "./read-contact.ts";
import type { ReportLine } from "./report.ts";
import { sameKeys } from "./same-person.ts";

const labels = contactLabels;
const fields = Object.keys(labels) as (keyof typeof labels)[];

const textOf = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? value : [...(value ?? [])].sort((a, b) => a.localeCompare(b)).join(", ");

/** What differs from what is kept, said field by field: nothing is overwritten, and nothing goes unsaid. */
export function sameAs(kept: Partial<RowFields>, found: RowFields): Words[] {
  return fields.flatMap((name) => {
    const [was, is] = [textOf(kept[name]), textOf(found[name])];
    if (!is || was === is) return [];
    return [
      {
        "zh-CN": `“${labels[name]["zh-CN"]}”不同：本行为“${is.slice(0, 80)}”，保留了${was ? `“${was.slice(0, 80)}”` : "空白"}。`,
        en: `${labels[name].en} differs: this row says “${is.slice(0, 80)}”, ${was ? `“${was.slice(0, 80)}”` : "nothing"} was kept.`,
      },
    ];
  });
}

/** Adds the person, or fills what is still empty. A row that this import already stored is told as it was told then. */
export async function storeContact(
  ctx: Ctx,
  of: Pick<ImportRecord, "id" | "source" | "basis" | "startedAt" | "startedBy">,
  line: number,
  row: RowFields,
): Promise<Pick<ReportLine, "outcome" | "warnings">> {
  const consent = { basis: of.basis, source: of.source, at: of.startedAt, by: of.startedBy, importId: of.id, line };
  for (let attempt = 0; attempt < 5; attempt++) {
    const existing = await findContact(ctx, row.email);
    try {
      if (!existing?.email) {
        const record: ContactRecord = {
          ...row,
          person: ctx.keys.digest("person", row.email),
          source: { importId: of.id, line },
          lists: [of.id],
          consents: [consent],
          addedAt: of.startedAt,
          ...sameKeys(ctx, row),
        };
        // Who was erased comes back as somebody new; the refusal that was kept still stands.
        await ctx.table.write([existing ? Contact.change(ctx, existing, record) : Contact.create(ctx, record)], "");
        return { outcome: "imported", warnings: [] };
      }
      if (existing.source.importId === of.id) return { outcome: "imported", warnings: [] };
      const filled = Object.fromEntries(fields.filter((f) => !textOf(existing[f]) && textOf(row[f])).map((f) => [f, row[f]]));
      const warnings = sameAs({ ...existing, ...filled }, row);
      const newBasis = !consentBases[of.basis].kinds.every((kind) => consentsTo(existing, kind));
      if (existing.lists.includes(of.id)) return { outcome: "updated", warnings };
      const patch: Partial<ContactRecord> = {
        ...filled,
        ...withDifferences(existing, row, of.source, of.startedAt),
        ...sameKeys(ctx, { ...existing, ...filled }),
        lists: [...existing.lists, of.id],
        ...(newBasis ? { consents: [...existing.consents, consent] } : {}),
      };
      await ctx.table.write([Contact.change(ctx, existing, patch)], "");
      return { outcome: Object.keys(filled).length || newBasis ? "updated" : "unchanged", warnings };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}
