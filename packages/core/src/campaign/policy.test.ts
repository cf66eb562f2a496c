import { describe, expect, it } from "vitest";
import { verdict } from "./policy.ts";

describe("what bounces and complaints mean for a campaign", () => {
  it.each([
    [199, 199, 0, undefined],
    [200, 4, 0, undefined],
    [200, 5, 0, "bounces"],
    [1000, 50, 0, "bounces"],
    [1000, 51, 0, "blocked"],
    [2000, 0, 1, undefined],
    [1999, 0, 1, "complaints"],
    [1000, 0, 1, "blocked"],
    [10_000, 0, 8, "complaints"],
    [10_000, 0, 9, "blocked"],
    [10_000, 300, 6, "complaints"],
  ])("of %i sent, %i bounced and %i complained: %s", (sent, bounced, complained, expected) =>
    expect(verdict(sent, { bounced, complained })).toBe(expected),
  );
});
