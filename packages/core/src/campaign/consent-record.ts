import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { Contact, changesOf, PreferenceChange, type PreferenceChangeRecord, Suppression } from "./entity.ts";
import { ByToken } from "./preference-schema.ts";
import { isPaused } from "./refusal.ts";
import type { ConsentBasis } from "./schema.ts";
import { gets, type Topic, topicNames } from "./topics-schema.ts";
import { personOf } from "./unsubscribe.ts";

/** What may be sent to a person, and everything that ever made or unmade it, the oldest first. */
export interface ConsentProof {
  readonly made: string;
  readonly subscribed: boolean;
  readonly topics: readonly Topic[];
  readonly pausedUntil?: string | undefined;
  /** What organisers stated about the lists that named the person. */
  readonly bases: readonly { readonly basis: ConsentBasis; readonly source: string; readonly at: string }[];
  readonly changes: readonly Omit<PreferenceChangeRecord, "person">[];
}

/** The proof for its owner, by the link of any mail. Names no address. */
export const consentRecord = command({
  input: ByToken,
  access: "public",
  async run(ctx, { token }): Promise<ConsentProof> {
    const person = personOf(ctx, token);
    const [said, contact, changes] = await Promise.all([
      Suppression.find(ctx, { person }),
      Contact.find(ctx, { person }),
      allChanges(ctx, person),
    ]);
    return {
      made: ctx.now().toISOString(),
      subscribed: !said?.unsubscribedAt,
      topics: topicNames.filter((topic) => gets(said, topic)),
      ...(isPaused(ctx, said) ? { pausedUntil: said?.pausedUntil } : {}),
      bases: (contact?.consents ?? []).map(({ basis, source, at }) => ({ basis, source, at })),
      changes,
    };
  },
});

async function allChanges(ctx: Ctx, person: string): Promise<ConsentProof["changes"]> {
  const found: ConsentProof["changes"][number][] = [];
  let cursor: string | undefined;
  do {
    const page = await PreferenceChange.list(ctx, { pk: changesOf(person), begins: "change#", limit: 200, cursor });
    found.push(
      ...page.items.map(({ id, at, purpose, given, value, textVersion, source }) => ({
        id,
        at,
        purpose,
        given,
        value,
        textVersion,
        source,
      })),
    );
    cursor = page.cursor;
  } while (cursor);
  return found;
}
