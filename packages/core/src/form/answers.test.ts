import { describe, expect, it } from "vitest";
import { changedFor, checkAnswers } from "./answers-schema.ts";
import { FormContent, type Question } from "./schema.ts";

const text = (zh: string) => ({ "zh-CN": zh, en: zh });
const known = { isChain: (id: string) => id === "titanium" };
const meal: Question = {
  id: "meal",
  kind: "one",
  label: text("用餐"),
  required: true,
  options: [
    { id: "yes", label: text("要") },
    { id: "no", label: text("不要") },
  ],
};
const diet: Question = { id: "diet", kind: "text", label: text("忌口"), required: true, when: { question: "meal", is: ["yes"] } };
const check = (questions: Question[], given: Record<string, string | string[] | number>, ticket?: string) =>
  checkAnswers(questions, given, ticket, known);
const one = (question: Partial<Question>, given: string | string[]) =>
  check([{ id: "q", kind: "text", label: text("问题"), ...question }], { q: given });

describe("the answers to a form", () => {
  it("asks what a choice calls for, and leaves out what it does not", () => {
    expect(check([meal, diet], { meal: "yes" }).errors.map(({ field }) => field)).toEqual(["answers.diet"]);
    expect(check([meal, diet], { meal: "no", diet: "花生" })).toEqual({ answers: { meal: "no" }, errors: [] });
    expect(check([meal, diet], {}).errors.map(({ field }) => field)).toEqual(["answers.meal"]);
  });

  it("asks only those with the ticket type", () => {
    const press: Question = { id: "card", kind: "text", label: text("记者证"), required: true, tickets: ["press"] };
    expect(check([press], {}, "guest").errors).toEqual([]);
    expect(check([press], {}, "press").errors).toHaveLength(1);
  });

  it("reads each kind as people write it, and names what is wrong", () => {
    expect(one({ kind: "number", least: 1, most: 20 }, " １２ ").answers).toEqual({ q: 12 });
    expect(one({ kind: "number", most: 5 }, "12").errors[0]?.message.en).toContain("5 or less");
    expect(one({ kind: "number" }, "十二").errors).toHaveLength(1);
    expect(one({ kind: "date" }, "2027年6月3日").answers).toEqual({ q: "2027-06-03" });
    expect(one({ kind: "date" }, "2027-02-30").errors).toHaveLength(1);
    expect(one({ kind: "organisation" }, "91350100 m000100y43").answers).toEqual({ q: "91350100M000100Y43" });
    expect(one({ kind: "organisation" }, "91350100M000100Y44").errors[0]?.message["zh-CN"]).toContain("校验码");
    expect(one({ kind: "chain" }, "titanium").answers).toEqual({ q: "titanium" });
    expect(one({ kind: "chain" }, "gold").errors).toHaveLength(1);
    expect(one({ kind: "many", options: meal.options }, ["yes", "yes", "no"]).answers).toEqual({ q: ["yes", "no"] });
    expect(one({ kind: "one", options: meal.options }, "maybe").errors).toHaveLength(1);
    expect(one({ kind: "text" }, "长".repeat(201)).errors).toHaveLength(1);
    expect(one({ kind: "long-text" }, " 一\r\n二 ").answers).toEqual({ q: "一\n二" });
  });

  it("tells who saw an older form only what is different for them", () => {
    const size: Question = { id: "size", kind: "text", label: text("尺码") };
    expect(changedFor([meal, diet], [meal, diet], { meal: "yes" }, undefined)).toEqual({ asked: [], gone: [] });
    expect(changedFor([meal], [meal, diet], { meal: "no" }, undefined).asked).toEqual([]);
    expect(changedFor([meal], [meal, diet], { meal: "yes" }, undefined).asked).toEqual([diet]);
    expect(changedFor([meal, size], [meal], { size: "" }, undefined).gone).toEqual([]);
    expect(changedFor([meal, size], [meal], { size: "L" }, undefined).gone).toEqual([size]);
  });
});

describe("a form", () => {
  const wrong = (questions: unknown[]) =>
    FormContent.safeParse({ questions }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("has conditions that point upwards, to choices that are there", () => {
    expect(wrong([meal, diet])).toEqual([]);
    expect(wrong([diet, meal])).toEqual(["questions.0.when"]);
    expect(wrong([meal, { ...diet, when: { question: "meal", is: ["perhaps"] } }])).toEqual(["questions.1.when"]);
    expect(wrong([meal, { ...diet, when: { question: "meal", is: [] } }])).toEqual(["questions.1.when"]);
  });

  it("has each question once, and choices to choose from", () => {
    expect(wrong([meal, meal])).toEqual(["questions.1.id"]);
    expect(wrong([{ ...meal, options: [] }])).toEqual(["questions.0.options"]);
    expect(wrong([{ ...meal, id: "constructor" }])).toEqual(["questions.0.id"]);
  });
});
