import * as z from "zod";
import { holdingKinds } from "../consent/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { ownDigests, participant } from "../platform/participant.ts";
import { Erasures, openErasures } from "./entity.ts";
import { eraseAll, eraseOne, heldOn, withdrawOne } from "./everywhere.ts";
import { type Holder, openHolder } from "./open.ts";
import { holdingMissing, type OwnData } from "./schema.ts";

/** The secret of the browser that used the link. */
const ByLink = z.object({ opened: z.string().max(300) });
const One = z.object({ kind: z.enum(holdingKinds), id: z.string().max(60) });

/** Everything that is held on whoever used the link, to be read or taken along. */
export const seeOwnData = command({
  input: ByLink,
  access: "public",
  async run(ctx, { opened }): Promise<OwnData> {
    return dataOf(ctx, await openHolder(ctx, opened));
  },
});

/** Takes one thing back: its consents are withdrawn and what it says of the person is erased, before the answer. */
export const withdrawOwnData = command({
  input: ByLink.extend(One.shape),
  access: "public",
  async run(ctx, { opened, kind, id }): Promise<void> {
    const { people } = await openHolder(ctx, opened);
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
  async run(ctx, { opened }): Promise<{ erased: number }> {
    return eraseHolder(ctx, await openHolder(ctx, opened));
  },
});

/** The same three by an account, for the participant who is signed in. */
export const seeMine = command({
  input: z.object({}),
  access: "participant",
  run: (ctx): Promise<OwnData> => dataOf(ctx, signedIn(ctx)),
});

/** @param purpose of the consent that is taken back; without one the whole entry is */
export const withdrawMine = command({
  input: One.extend({ purpose: z.string().max(60).optional() }),
  access: "participant",
  async run(ctx, { kind, id, purpose = "" }): Promise<void> {
    if (!(await withdrawOne(ctx, signedIn(ctx).people, kind, id, purpose))) throw new DomainError(holdingMissing);
  },
});

export const eraseMine = command({
  input: z.object({}),
  access: "participant",
  run: (ctx): Promise<{ erased: number }> => eraseHolder(ctx, signedIn(ctx)),
});

const signedIn = (ctx: Ctx): Holder => ({ email: participant(ctx).email, people: ownDigests(ctx) });

async function dataOf(ctx: Ctx, { email, people }: Holder): Promise<OwnData> {
  const [holdings, erasing] = await Promise.all([heldOn(ctx, people), isErasing(ctx, people)]);
  return { email, holdings, erasing };
}

async function eraseHolder(ctx: Ctx, { people }: Holder): Promise<{ erased: number }> {
  if (!(await isErasing(ctx, people)))
    await ctx.table.write(
      [Erasures.create(ctx, { id: ctx.newId("era"), people, status: "asked", askedAt: ctx.now().toISOString(), labels: [] })],
      "",
    );
  return { erased: await eraseAll(ctx, people) };
}

async function isErasing(ctx: Ctx, people: readonly string[]): Promise<boolean> {
  const { items } = await Erasures.list(ctx, { index: "byState", pk: openErasures, limit: 500 });
  return items.some((erasure) => erasure.people.some((person) => people.includes(person)));
}
