import type { FormContent } from "../form/schema.ts";
import { entity } from "../platform/entity.ts";

/** A version of an activity's registration form (报名表单). Never changed: answers stay with the version they were given to. */
export interface FormRecord extends FormContent {
  readonly activityId: string;
  /** 1 for the first; the counter of the activity's seats says which one is asked now. */
  readonly number: number;
}

export const formsOf = (activityId: string) => `form#${activityId}`;

export const Form = entity<FormRecord, { activityId: string; number: number }>({
  type: "activity-form",
  key: ({ activityId, number }) => ({ pk: formsOf(activityId), sk: String(number).padStart(6, "0") }),
});
