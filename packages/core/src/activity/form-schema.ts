import { reason } from "../platform/reason.ts";

export const formChanged = reason(
  "activity.form-changed",
  "precondition-failed",
  "您填写期间，主办方修改了报名表单。您填写的内容都还在，请看一遍再提交。",
  "The organiser changed the form while you filled it in. What you typed is still here: look it over and send it once more.",
);
export const answersClosed = reason(
  "registration.answers-closed",
  "conflict",
  "报名已经截止，表单中的回答不能再改。需要更正请联系主办方。",
  "Registration has closed, so the answers cannot be changed any more. Ask the organiser to correct them.",
);
