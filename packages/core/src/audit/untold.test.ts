import { describe, expect, it } from "vitest";
import { isTold } from "./append.ts";

describe("the trail", () => {
  it.each(["survey-answer", "survey-ticket", "webhook-delivery", "mail"])("does not tell of a %s", (type) =>
    expect(isTold({ after: { type, pk: "x" } })).toBe(false),
  );

  it.each(["survey", "webhook", "registration"])("tells of a %s", (type) =>
    expect(isTold({ after: { type, pk: "x" } })).toBe(true),
  );
});
