import { entity } from "../platform/entity.ts";
import type { ChangeSource, Purpose } from "./preference-schema.ts";

/** One line of the consent record: what was given, taken back or chosen, of which text, when and where. Written with the change, and never again. */
export interface PreferenceChangeRecord {
  readonly person: string;
  readonly id: string;
  readonly at: string;
  readonly purpose: Purpose;
  /** Absent for what is chosen and not agreed to. */
  readonly given?: boolean | undefined;
  /** The language, the chains, the end of a pause. */
  readonly value?: string | undefined;
  /** Version of the topic's text that was agreed to or refused. */
  readonly textVersion?: string | undefined;
  readonly source: ChangeSource;
}

export const changesOf = (person: string) => `suppression#${person}`;

export const PreferenceChange = entity<PreferenceChangeRecord, { person: string; id: string }>({
  type: "preference-change",
  personal: { person: (c) => c.person, empty: { value: undefined } },
  key: ({ person, id }) => ({ pk: changesOf(person), sk: `change#${id}` }),
});
