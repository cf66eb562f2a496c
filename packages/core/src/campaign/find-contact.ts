import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { Contact, type ContactRecord } from "./entity.ts";

/** The contact with this digest, or the one that it was joined into. */
export async function contactOf(ctx: Ctx, person: string): Promise<(ContactRecord & Stored) | undefined> {
  const found = await Contact.find(ctx, { person });
  return found?.mergedInto ? Contact.find(ctx, { person: found.mergedInto }) : found;
}

/** The contact with this address, under whichever secret its key was made: a rotated secret makes nobody a stranger. */
export async function findContact(ctx: Ctx, email: string): Promise<(ContactRecord & Stored) | undefined> {
  for (const person of ctx.keys.digests("person", email)) {
    const contact = await contactOf(ctx, person);
    if (contact) return contact;
  }
  return undefined;
}
