import type { Ctx } from "../platform/context.ts";
import type { MemberRecord, StoredContact } from "./entity.ts";

/** The personal data of a member of staff. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** The only place where a member's personal data go into a record. */
export const keepContact = async (_ctx: Ctx, { name, email }: Contact): Promise<StoredContact> => ({ name, email });

/** The only place where they are read out of it. */
export const contactOf = async (_ctx: Ctx, { contact }: Pick<MemberRecord, "contact">): Promise<Contact> => contact;
