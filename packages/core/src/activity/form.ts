import * as z from "zod";
import { FormContent, type Question } from "../form/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Activity, type ActivityRecord, Seats, type SeatsRecord } from "./entity.ts";
import { formOf } from "./fill-in.ts";
import { Form, type FormRecord, formsOf } from "./form-entity.ts";
import { openTransfer } from "./link.ts";
import { activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

const OfActivity = z.object({ activityId: z.string().max(40) });

/**
 * Makes the next version of an activity's registration form and asks it from now on. Earlier versions stay for the answers that were given to
 * them. `number` is the version that the editor began from, 0 for none.
 * @throws DomainError `record.changed`, `input.invalid` for a question that became one of another kind or names a ticket type that is not there
 */
export const saveForm = command({
  input: FormContent.safeExtend({ ...OfActivity.shape, number: z.int().min(0) }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, number, ...content }): Promise<{ number: number }> {
    const [activity, seats] = await Promise.all([
      Activity.get(ctx, { id: activityId }, activityMissing),
      Seats.get(ctx, { activityId }, activityMissing),
    ]);
    if ((seats.form ?? 0) !== number) throw new DomainError(changedMeanwhile);
    const before = await formOf(ctx, activityId, seats.form);
    refuse([...wrongTickets(content.questions, activity), ...otherKinds(content.questions, before?.questions ?? [])]);
    const next: FormRecord = { ...content, activityId, number: number + 1 };
    try {
      await ctx.table.write([Form.create(ctx, next), askFrom(ctx, seats, next.number)], ctx.newId("tok").slice(4));
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError(changedMeanwhile);
      throw error;
    }
    return { number: next.number };
  },
});

const askFrom = (ctx: Ctx, { activityId, form }: SeatsRecord, next: number) =>
  Seats.update(ctx, { activityId }, "SET #form = :next", {
    condition: form ? "#form = :form" : "attribute_not_exists(#form)",
    values: { ":next": next, ...(form ? { ":form": form } : {}) },
  });

function refuse(fields: readonly FieldError[]): void {
  if (fields.length) throw new DomainError(invalidInput, { fields, params: { count: fields.length } });
}

const wrongTickets = (questions: readonly Question[], { tickets = [] }: ActivityRecord): FieldError[] =>
  questions.flatMap((question, at) =>
    (question.tickets ?? []).every((id) => tickets.some((ticket) => ticket.id === id))
      ? []
      : [
          {
            field: `questions.${at}.tickets`,
            message: {
              "zh-CN": `“${question.label["zh-CN"]}”限定的票种已经不存在，请重新选择。`,
              en: `${question.label.en ?? question.label["zh-CN"]}: one of its ticket types is gone. Choose again.`,
            },
          },
        ],
  );

/** What was answered as one kind cannot be read as another. */
const otherKinds = (questions: readonly Question[], before: readonly Question[]): FieldError[] =>
  questions.flatMap((question, at) =>
    before.every(({ id, kind }) => id !== question.id || kind === question.kind)
      ? []
      : [
          {
            field: `questions.${at}.kind`,
            message: {
              "zh-CN": `“${question.label["zh-CN"]}”已有人按原来的类型回答，不能换类型。请删除它，另加一个问题。`,
              en: `${question.label.en ?? question.label["zh-CN"]}: it was asked as another kind before. Take it away and add a new question.`,
            },
          },
        ],
  );

/** All versions of a form, the newest first. */
export const listForms = command({
  input: Paging.extend(OfActivity.shape),
  access: ["organiser", "check-in", "auditor"],
  scope: partOf,
  run: (ctx, { activityId, ...paging }): Promise<Page<FormRecord & Stored>> =>
    Form.list(ctx, { pk: formsOf(activityId), newestFirst: true, ...paging }),
});

/** What the public is asked when it registers; without questions where the organiser has made no form. */
export type OpenForm = Pick<FormRecord, "number" | "questions" | "group">;

/** The form for whoever takes over a seat, with the seat's ticket type; what the link is worth shows when it is used. */
export const readTransferForm = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<OpenForm & { ticket?: string }> {
    const [activityId = ""] = token.split(".");
    const seats = await Seats.find(ctx, { activityId: activityId.slice(0, 40) });
    const form = seats && (await formOf(ctx, seats.activityId, seats.form));
    const ticket = form && (await openTransfer(ctx, token)).ticket;
    return { ...open(form), ...(ticket ? { ticket } : {}) };
  },
});

const open = (form: FormRecord | undefined): OpenForm => ({
  number: form?.number ?? 0,
  questions: form?.questions ?? [],
  group: form?.group ?? 1,
});

export const readForm = command({
  input: OfActivity,
  access: "public",
  async run(ctx, { activityId }): Promise<OpenForm> {
    const seats = await Seats.find(ctx, { activityId });
    if (!seats || seats.status === "draft") throw new DomainError(activityMissing);
    return open(await formOf(ctx, activityId, seats.form));
  },
});
