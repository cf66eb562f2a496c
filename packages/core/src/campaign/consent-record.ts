import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Words } from "../platform/text.ts";
import { Contact, Suppression } from "./entity.ts";
import { type AnyBasis, allBases } from "./kinds-schema.ts";
import { changesOf, PreferenceChange, type PreferenceChangeRecord } from "./preference-entity.ts";
import { ByToken, otherPurposes } from "./preference-schema.ts";
import { isPaused } from "./refusal.ts";
import { gets, type Topic, topicNames, topics } from "./topics-schema.ts";
import { personOf } from "./unsubscribe.ts";

/** One change with the words of what it was about, so that it can be read without this product. */
type Told = Omit<PreferenceChangeRecord, "person"> & { readonly label: Words; readonly text?: Words };

/** What may be sent to a person, and everything that ever made or unmade it, the oldest first. */
export interface ConsentProof {
  readonly made: string;
  readonly subscribed: boolean;
  readonly topics: readonly { readonly topic: Topic; readonly label: Words; readonly text: Words; readonly version: string }[];
  readonly pausedUntil?: string | undefined;
  /** What organisers stated about the lists that named the person. */
  readonly bases: readonly {
    readonly basis: AnyBasis;
    readonly meaning: Words;
    readonly source: string;
    readonly at: string;
  }[];
  readonly changes: readonly Told[];
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
      topics: topicNames
        .filter((topic) => gets(said, topic))
        .map((topic) => ({ topic, label: topics[topic].label, text: topics[topic].text, version: topics[topic].version })),
      ...(isPaused(ctx, said) ? { pausedUntil: said?.pausedUntil } : {}),
      bases: (contact?.consents ?? []).map(({ basis, source, at }) => ({
        basis,
        meaning: allBases[basis].label,
        source,
        at,
      })),
      changes,
    };
  },
});

async function allChanges(ctx: Ctx, person: string): Promise<ConsentProof["changes"]> {
  const found: ConsentProof["changes"][number][] = [];
  let cursor: string | undefined;
  do {
    const page = await PreferenceChange.list(ctx, { pk: changesOf(person), begins: "change#", limit: 200, cursor });
    for (const { id, at, purpose, given, value, textVersion, source } of page.items) {
      const about =
        purpose in topics ? topics[purpose as Topic] : { label: otherPurposes[purpose as keyof typeof otherPurposes] };
      const text = "text" in about ? { text: about.text } : {};
      found.push({ id, at, purpose, label: about.label, ...text, given, value, textVersion, source });
    }
    cursor = page.cursor;
  } while (cursor);
  return found;
}
