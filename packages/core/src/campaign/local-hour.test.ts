import { describe, expect, it } from "vitest";
import { dueIn, furthestAhead, isQuiet } from "./local-hour.ts";

const iso = (at: number) => new Date(at).toISOString();

describe("the recipient's own hour", () => {
  it("is nine o'clock everywhere, at another instant", () => {
    const nine = "2026-12-07T01:00:00.000Z"; // 09:00 in Xi'an
    expect(iso(dueIn("Asia/Shanghai", nine))).toBe(nine);
    expect(iso(dueIn("Asia/Tokyo", nine))).toBe("2026-12-07T00:00:00.000Z");
    expect(iso(dueIn("Europe/Berlin", nine))).toBe("2026-12-07T08:00:00.000Z");
    expect(iso(dueIn("America/New_York", nine))).toBe("2026-12-07T14:00:00.000Z");
    expect(Date.parse(nine) - dueIn("Pacific/Kiritimati", nine)).toBe(furthestAhead);
  });

  it("that the clock jumps over comes right after", () => {
    // 02:30 on 28 March 2027 does not exist in Berlin.
    expect(iso(dueIn("Europe/Berlin", "2027-03-27T18:30:00.000Z"))).toBe("2027-03-28T01:30:00.000Z");
  });
});

describe("quiet hours", () => {
  const night = { from: 21, to: 8 };
  it.each([
    ["Asia/Shanghai", "2026-12-07T12:59:00Z", false],
    ["Asia/Shanghai", "2026-12-07T13:00:00Z", true],
    ["Asia/Shanghai", "2026-12-07T23:59:00Z", true],
    ["Asia/Shanghai", "2026-12-08T00:00:00Z", false],
    ["America/New_York", "2026-12-07T13:00:00Z", false],
    ["America/New_York", "2026-12-07T12:59:00Z", true],
  ])("in %s at %s: %s", (zone, at, quiet) => {
    expect(isQuiet(night, zone, new Date(at))).toBe(quiet);
  });

  it("may lie within a day, and may be none", () => {
    expect(isQuiet({ from: 12, to: 14 }, "Asia/Shanghai", new Date("2026-12-07T05:00:00Z"))).toBe(true);
    expect(isQuiet({ from: 12, to: 14 }, "Asia/Shanghai", new Date("2026-12-07T06:00:00Z"))).toBe(false);
    expect(isQuiet(undefined, "Asia/Shanghai", new Date("2026-12-07T18:00:00Z"))).toBe(false);
  });
});
