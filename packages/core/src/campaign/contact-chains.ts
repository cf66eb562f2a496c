import type { Ctx } from "../platform/context.ts";
import { Contact } from "./entity.ts";

/** The chains of those of these people who are contacts, a hundred at once. */
export async function chainsOfContacts(ctx: Ctx, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < people.length; at += 100) {
    const keys = [...new Set(people.slice(at, at + 100))].map((person) => Contact.key({ person }));
    for (const item of await ctx.table.getMany(keys)) {
      const { person, chains } = Contact.read(item);
      found.set(person, chains);
    }
  }
  return found;
}
