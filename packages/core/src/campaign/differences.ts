import { type ChosenField, chosenFields, type Difference } from "./contact-schema.ts";
import type { ContactRecord } from "./entity.ts";

/** So many are kept of one contact, the latest. */
const most = 30;

/** The contact's differences with what another source says otherwise. What stands there already, and what somebody has looked at, is not asked again. */
export function withDifferences(
  contact: Partial<ContactRecord>,
  says: Partial<Pick<ContactRecord, ChosenField>>,
  from: string,
  at: string,
): Pick<ContactRecord, "differences"> {
  const known = contact.differences ?? [];
  const found = chosenFields.flatMap((field): Difference[] => {
    const [was, value] = [contact[field], says[field]];
    const asked = known.some((one) => one.field === field && one.value === value);
    return was && value && was !== value && !asked ? [{ field, value, from, at }] : [];
  });
  return found.length ? { differences: [...known, ...found].slice(-most) } : {};
}

/** The fields that the other has and the contact has not. */
export const missing = (
  contact: Partial<ContactRecord>,
  other: Partial<ContactRecord>,
  fields: readonly (keyof ContactRecord)[],
): Partial<ContactRecord> =>
  Object.fromEntries(fields.filter((field) => !contact[field] && other[field]).map((field) => [field, other[field]]));
