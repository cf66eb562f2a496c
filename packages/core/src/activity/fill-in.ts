import { changedFor, checkAnswers } from "../form/answers-schema.ts";
import type { Answers, Given, Question } from "../form/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import type { Table } from "../platform/table.ts";
import { chainById } from "../taxonomy/index.ts";
import type { SeatsRecord } from "./entity.ts";
import { Form, type FormRecord } from "./form-entity.ts";
import { formChanged } from "./form-schema.ts";

const kept = new WeakMap<Table, Map<string, Promise<FormRecord | undefined>>>();
const keptForms = 200;

/** A version of a form. It never changes, so a process reads it once. */
export function formOf(ctx: Ctx, activityId: string, number: number | undefined): Promise<FormRecord | undefined> {
  if (!number) return Promise.resolve(undefined);
  const forms = kept.get(ctx.table) ?? new Map<string, Promise<FormRecord | undefined>>();
  kept.set(ctx.table, forms);
  const name = `${activityId} ${number}`;
  const known = forms.get(name);
  if (known) return known;
  if (forms.size >= keptForms) forms.clear();
  const read = Form.find(ctx, { activityId, number });
  forms.set(name, read);
  read.then(
    (found) => found ?? forms.delete(name),
    () => forms.delete(name),
  );
  return read;
}

interface Sent {
  readonly answers?: Given | undefined;
  /** The version of the form that was seen; the present one where it is not said. */
  readonly form?: number | undefined;
}

export interface Filled {
  readonly form?: number;
  readonly answers?: Answers;
}

/**
 * The answers of somebody who registers, checked against the form as it is now. Whoever saw an older version is told what became different for
 * them, once; where nothing did, the answers are taken.
 * @throws DomainError `activity.form-changed` with what is new and what is not asked any more, `input.invalid`
 */
export async function fillIn(
  ctx: Ctx,
  { activityId, form: present }: Pick<SeatsRecord, "activityId" | "form">,
  { answers: given = {}, form: seen = present }: Sent,
  ticket: string | undefined,
): Promise<Filled> {
  if (!present) return {};
  const form = await formOf(ctx, activityId, present);
  if (!form) return {};
  if (seen !== present) {
    const was = await formOf(ctx, activityId, seen);
    const fields = changes(changedFor(was?.questions ?? [], form.questions, given, ticket), given);
    if (fields.length) throw new DomainError(formChanged, { fields });
  }
  return { form: present, answers: answersTo(form, given, ticket) };
}

/** @throws DomainError `input.invalid` with a sentence for each answer that is wrong */
export function answersTo(form: FormRecord, given: Given, ticket: string | undefined): Answers {
  const isChain = (id: string) => Object.hasOwn(chainById, id);
  const { answers, errors } = checkAnswers(form.questions, given, ticket, { isChain });
  if (errors.length) throw new DomainError(invalidInput, { fields: errors, params: { count: errors.length } });
  return answers;
}

function changes({ asked, gone }: { asked: Question[]; gone: Question[] }, given: Given): FieldError[] {
  const name = ({ label }: Question) => [label["zh-CN"], label.en ?? label["zh-CN"]] as const;
  return [
    ...asked.map((question) => {
      const [zh, en] = name(question);
      return {
        field: `answers.${question.id}`,
        message: {
          "zh-CN": `“${zh}”是主办方刚刚新增或修改的问题，请看一下。`,
          en: `${en}: the organiser has just added or changed this question. Look at it.`,
        },
      };
    }),
    ...gone.map((question) => {
      const [zh, en] = name(question);
      const text = [given[question.id]].flat().join(", ").slice(0, 200);
      return {
        field: "form",
        message: {
          "zh-CN": `“${zh}”已不再询问；您填写的“${text}”不会提交，需要时请写到别处。`,
          en: `${en}: this is not asked any more. What you typed, “${text}”, is not sent; put it elsewhere if it matters.`,
        },
      };
    }),
  ];
}
