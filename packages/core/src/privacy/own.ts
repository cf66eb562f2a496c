import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Erasures, openErasures } from "./entity.ts";
import { eraseAll, eraseOne, heldOn } from "./everywhere.ts";
import { openHolder } from "./open.ts";
import { holdingMissing, type OwnData } from "./schema.ts";

const ByLink = z.object({ token: z.string().max(300) });

/** Everything that is held on the holder of the link, to be read or taken along. */
export const seeOwnData = command({
  input: ByLink,
  access: "public",
  async run(ctx, { token }): Promise<OwnData> {
    const { email, people } = await openHolder(ctx, token);
    const [holdings, erasing] = await Promise.all([heldOn(ctx, people), isErasing(ctx, people)]);
    return { email, holdings, erasing };
  },
});

/** Takes one thing back: its consents are withdrawn and what it says of the person is erased, before the answer. */
export const withdrawOwnData = command({
  input: ByLink.extend({ kind: z.enum(["registration", "project", "demand", "talent", "contact"]), id: z.string().max(60) }),
  access: "public",
  async run(ctx, { token, kind, id }): Promise<void> {
    const { people } = await openHolder(ctx, token);
    if (!(await eraseOne(ctx, people, kind, id))) throw new DomainError(holdingMissing);
  },
});

/**
 * Erases the person everywhere before the answer: records are emptied, seats given back, listings withdrawn, no mail goes any more. What is left
 * sealed in backups and in the trail follows when the key is erased, see `finish.ts`.
 */
export const eraseOwnData = command({
  input: ByLink,
  access: "public",
  async run(ctx, { token }): Promise<{ erased: number }> {
    const { people } = await openHolder(ctx, token);
    if (!(await isErasing(ctx, people)))
      await ctx.table.write(
        [Erasures.create(ctx, { id: ctx.newId("era"), people, status: "asked", askedAt: ctx.now().toISOString(), labels: [] })],
        "",
      );
    return { erased: await eraseAll(ctx, people) };
  },
});

async function isErasing(ctx: Ctx, people: readonly string[]): Promise<boolean> {
  const { items } = await Erasures.list(ctx, { index: "byState", pk: openErasures, limit: 500 });
  return items.some((erasure) => erasure.people.some((person) => people.includes(person)));
}
