import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { agreedKinds } from "./consented.ts";
import { contactMissing, mergedOthers, mergeSelf, tooManyMerged, undoDays, undoTooLate } from "./contact-schema.ts";
import { missing, withDifferences } from "./differences.ts";
import { Contact, type ContactRecord, type Merged, Suppression } from "./entity.ts";
import { pairChange } from "./pairs.ts";
import { sameKeys } from "./same-person.ts";
import { refuseMail } from "./unsubscribe.ts";

const most = 8;
const filling = ["name", "organisation", "creditCode", "position", "phone", "locale", "timeZone", "intention", "note"] as const;
const Two = z.object({ person: Reference, other: Reference, version: z.int() });
type Known = ContactRecord & Stored;

async function known(ctx: Ctx, person: string): Promise<Known> {
  const found = await Contact.get(ctx, { person }, contactMissing);
  if (!found.email) throw new DomainError(contactMissing);
  return found;
}

const without = (from: readonly string[], away: readonly string[]) => from.filter((one) => !away.includes(one));

/**
 * Joins another contact into this one, which keeps its address: one person from then on. The stricter of both counts for consent, a refusal at either
 * address stands, nothing is overwritten, and what differs is there to be chosen from. Both change in one transaction, so that a campaign that is being
 * sent sees both as they were, or both as one (`held-by-merge.ts`).
 * @throws DomainError `contact.not-found`, `contact.merge-self`, `contact.merged-others`, `contact.merged-many`, `record.changed`
 */
export const mergeContacts = command({
  input: Two.extend({ otherVersion: z.int() }),
  access: ["organiser"],
  async run(ctx, { person, other: otherPerson, version, otherVersion }): Promise<{ version: number }> {
    if (person === otherPerson) throw new DomainError(mergeSelf);
    const [kept, other] = await Promise.all([known(ctx, person), known(ctx, otherPerson)]);
    if (kept.mergedInto || other.mergedInto) throw new DomainError(contactMissing);
    if (kept.version !== version || other.version !== otherVersion) throw new DomainError(changedMeanwhile);
    if (other.merged?.length) throw new DomainError(mergedOthers);
    if ((kept.merged?.length ?? 0) >= most) throw new DomainError(tooManyMerged);
    const writes = [
      Contact.change(ctx, kept, joined(ctx, kept, other)),
      Contact.change(ctx, other, { mergedInto: person }),
      await pairChange(ctx, person, otherPerson, "merged"),
    ];
    await save(ctx, ...writes);
    return { version: version + 1 };
  },
});

function joined(ctx: Ctx, kept: Known, other: Known): Partial<ContactRecord> {
  const at = ctx.now().toISOString();
  const filled = missing(kept, other, filling);
  const bothAgree = agreedKinds(kept).filter((kind) => agreedKinds(other).includes(kind));
  const one: Merged = {
    ...{ person: other.person, at, by: actorName(ctx.actor), filled: Object.keys(filled), limit: kept.limit },
    lists: without(other.lists, kept.lists),
    chains: without(other.chains, kept.chains),
  };
  return {
    ...filled,
    ...withDifferences(kept, other, other.email, at),
    ...sameKeys(ctx, { ...kept, ...filled }),
    lists: [...kept.lists, ...one.lists],
    chains: [...kept.chains, ...one.chains],
    consents: [
      ...kept.consents,
      ...other.consents.filter((consent) => !kept.consents.some((is) => isDeepStrictEqual(is, consent))),
    ],
    limit: { at, kinds: bothAgree },
    merged: [...(kept.merged ?? []), one],
  };
}

/** What a contact is without another one that was joined into it. What was changed since stays. */
export function parted(ctx: Ctx, kept: Known, other: ContactRecord): Partial<ContactRecord> {
  const merged = kept.merged ?? [];
  const one = merged.find(({ person }) => person === other.person);
  const back = Object.fromEntries(
    (one?.filled ?? [])
      .filter((field) => kept[field as keyof ContactRecord] === other[field as keyof ContactRecord])
      .map((field) => [field, undefined]),
  );
  // Of several merges only the latest knows the limit before it; else the stricter one stays.
  const isLast = merged.at(-1) === one;
  return {
    ...back,
    ...sameKeys(ctx, { ...kept, ...back }),
    lists: without(kept.lists, one?.lists ?? []),
    chains: without(kept.chains, one?.chains ?? []),
    consents: kept.consents.filter((consent) => !other.consents.some((is) => isDeepStrictEqual(is, consent))),
    differences: kept.differences?.filter(({ from }) => from !== other.email),
    merged: merged.filter((is) => is !== one),
    ...(isLast ? { limit: one?.limit } : {}),
  };
}

/** Takes a merge back, for thirty days. Who refused since then refused at both addresses. @throws DomainError `contact.undo-late` */
export const undoMerge = command({
  input: Two,
  access: ["organiser"],
  async run(ctx, { person, other: otherPerson, version }): Promise<{ version: number }> {
    const [kept, other] = await Promise.all([known(ctx, person), known(ctx, otherPerson)]);
    const one = kept.merged?.find((is) => is.person === otherPerson);
    const limit = new Date(ctx.now().getTime() - undoDays * 86_400_000).toISOString();
    if (!one || other.mergedInto !== person || one.at < limit) throw new DomainError(undoTooLate);
    if (kept.version !== version) throw new DomainError(changedMeanwhile);
    const said = await Suppression.find(ctx, { person });
    if ((said?.unsubscribedAt ?? "") > one.at) await refuseMail(ctx, otherPerson, "merge");
    const writes = [
      Contact.change(ctx, kept, parted(ctx, kept, other)),
      Contact.change(ctx, other, { mergedInto: undefined }),
      await pairChange(ctx, person, otherPerson, "dismissed"),
    ];
    await save(ctx, ...writes);
    return { version: version + 1 };
  },
});
