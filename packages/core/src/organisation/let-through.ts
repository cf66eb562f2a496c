import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, invalidInput } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { isCreditCode } from "./code-schema.ts";
import { CodesLetThrough, codesLetThrough } from "./entity.ts";
import { type CodeLetThrough, codeIsRight, EndCode, LetCodeThrough, organisationMissing, wrongCode } from "./schema.ts";

const staff = ["organiser"] as const;

/** Lets one code through whose check character is wrong, after somebody saw it on the licence. Who did and why stays on record. */
export const letCodeThrough = command({
  input: LetCodeThrough,
  access: staff,
  async run(ctx, { code, note }): Promise<{ version: number }> {
    if (isCreditCode(code)) throw new DomainError(codeIsRight);
    const known = await CodesLetThrough.find(ctx, { code });
    const record = { code, note, by: actorName(ctx.actor), at: ctx.now().toISOString(), ended: undefined };
    await save(ctx, known ? CodesLetThrough.change(ctx, known, record) : CodesLetThrough.create(ctx, record));
    return { version: (known?.version ?? 0) + 1 };
  },
});

/** Nobody joins by this code any more; who belongs to its organisation stays. */
export const endCodeLetThrough = command({
  input: EndCode,
  access: staff,
  async run(ctx, { code, version }): Promise<{ version: number }> {
    const known = await CodesLetThrough.get(ctx, { code }, organisationMissing);
    if (known.version !== version) throw new DomainError(changedMeanwhile);
    const ended = { by: actorName(ctx.actor), at: ctx.now().toISOString() };
    await save(ctx, CodesLetThrough.change(ctx, known, { ended }));
    return { version: version + 1 };
  },
});

/** The codes that are let through although their check character is wrong. */
export const listCodesLetThrough = command({
  input: Paging,
  access: [...staff, "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<CodeLetThrough>> {
    const page = await CodesLetThrough.list(ctx, { index: "byState", pk: codesLetThrough, limit, cursor });
    const items = page.items.map(({ code, note, by, at, version }) => ({ code, note, by, at, version }));
    return { items, ...(page.cursor ? { cursor: page.cursor } : {}) };
  },
});

/** @throws DomainError `input.invalid` for a code whose check character is wrong, unless it was let through */
export async function assertCode(ctx: Ctx, code: string): Promise<void> {
  if (isCreditCode(code)) return;
  const known = await CodesLetThrough.find(ctx, { code });
  if (!known || known.ended)
    throw new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "code", message: wrongCode }] });
}
