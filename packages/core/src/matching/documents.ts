import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { assertPdf } from "../platform/pdf-file.ts";
import { DocumentOf, documentMissing, KeepDocument, mostDocuments, tooManyDocuments } from "./deal-schema.ts";
import { type DocumentRecord, Documents, documentPrefix, ofDemand } from "./entity.ts";
import { partOf } from "./judge.ts";
import { pairNow, partiesOf } from "./pair-now.ts";

const brokers = ["broker", "organiser"] as const;
const fileOf = (id: string) => `matches/${id}.pdf`;

/**
 * Keeps a PDF of a pair in the private store, at most 4 MB, that does nothing by itself (`platform/pdf-check.ts`).
 * @throws DomainError `matching.not-found`, `matching.too-many-documents`, `input.invalid` on `file`
 */
export const keepDocument = command({
  input: KeepDocument,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, file, kind, personal }): Promise<{ id: string }> {
    assertPdf(file);
    await pairNow(ctx, { demandId, offerId });
    const before = await Documents.list(ctx, { pk: ofDemand(demandId), begins: `${documentPrefix}${offerId}#`, limit: 1000 });
    if (before.items.filter(({ removed }) => !removed).length >= mostDocuments) throw new DomainError(tooManyDocuments);
    const id = ctx.newId("doc");
    const record: DocumentRecord = {
      ...{ demandId, offerId, id, kind, personal, size: file.length, at: ctx.now().toISOString(), by: whoActs(ctx) },
      ...(await partiesOf(ctx, { demandId, offerId })),
    };
    // The record comes first, so that no file lies anywhere that nothing knows of and no erasure reaches.
    await save(ctx, Documents.create(ctx, record));
    await ctx.objects.put("private", fileOf(id), file, { type: "application/pdf" });
    return { id };
  },
});

/** The file, for those who may see the desk. @throws DomainError `matching.no-document` */
export const readDocument = command({
  input: DocumentOf,
  access: [...brokers, "auditor"],
  scope: partOf,
  async run(ctx, { demandId, offerId, documentId }): Promise<{ body: Uint8Array; kind: DocumentRecord["kind"]; at: string }> {
    const { id, kind, at, removed } = await Documents.get(ctx, { demandId, offerId, id: documentId }, documentMissing);
    const file = removed ? undefined : await ctx.objects.get("private", fileOf(id));
    if (!file) throw new DomainError(documentMissing);
    return { body: file.body, kind, at };
  },
});

/** Removes the file; that there was one, and who removed it, stays. Doing it twice changes nothing. @throws DomainError `matching.no-document` */
export const removeDocument = command({
  input: DocumentOf,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, documentId }): Promise<{ removed: boolean }> {
    await takeAway(ctx, await Documents.get(ctx, { demandId, offerId, id: documentId }, documentMissing));
    return { removed: true };
  },
});

/** The file goes first: a record that says it is gone must be right. */
export async function takeAway(ctx: Ctx, document: DocumentRecord & Stored): Promise<void> {
  await ctx.objects.remove("private", fileOf(document.id));
  if (document.removed) return;
  const removed = { at: ctx.now().toISOString(), by: whoActs(ctx) };
  await save(ctx, Documents.change(ctx, document, { removed }));
}
