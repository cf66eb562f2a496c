import { CallContent, OrderContent } from "@lingxi/core/roadshow/schema";
import { problemsOf } from "../../form/check.ts";
import { type Draft, inputOf } from "./call-draft.ts";
import { type OrderDraft, orderInput } from "./order-draft.ts";

export const checkCall = (draft: Draft) => problemsOf(CallContent, inputOf(draft));
export const checkOrder = (draft: OrderDraft) => problemsOf(OrderContent, orderInput(draft));
