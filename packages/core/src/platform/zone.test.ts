import { describe, expect, it } from "vitest";
import { formatRange, formatTime } from "./time.ts";
import { instantOf, localTime, offsetText } from "./zone.ts";

describe("the clock of a place", () => {
  it("is read and set, across midnight too", () => {
    expect(localTime("2026-11-22T16:30:00.000Z", "Asia/Shanghai")).toBe("2026-11-23T00:30");
    expect(instantOf("2026-11-23T00:30", "Asia/Shanghai")).toBe("2026-11-22T16:30:00.000Z");
    expect(localTime("2026-11-22T16:30:00.000Z", "America/St_Johns")).toBe("2026-11-22T13:00");
    expect(instantOf("2026-11-22T13:00", "America/St_Johns")).toBe("2026-11-22T16:30:00.000Z");
  });

  it("may jump over a time, or show one twice", () => {
    expect(instantOf("2027-03-28T02:30", "Europe/Berlin")).toBe("2027-03-28T01:30:00.000Z");
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    for (const hour of ["2027-03-28T01:30", "2027-03-28T03:30", "2026-10-25T01:30", "2026-10-25T03:30"])
      expect(localTime(instantOf(hour, "Europe/Berlin"), "Europe/Berlin")).toBe(hour);
  });

  it("is named by its offset of that day, only where it is not the programme's own", () => {
    expect(offsetText("2026-07-01T00:00:00Z", "Europe/Berlin")).toBe("UTC+2");
    expect(offsetText("2026-12-01T00:00:00Z", "America/St_Johns")).toBe("UTC−3:30");
    expect(formatTime("2026-11-22T06:00:00.000Z", "zh-CN", "Asia/Tokyo")).toBe("2026年11月22日 周日 15:00 (UTC+9)");
    expect(formatRange("2026-11-22T14:00:00.000Z", "2026-11-22T16:00:00.000Z", "en", "Asia/Tokyo")).toBe(
      "Sun 22 Nov 2026, 23:00 – Mon 23 Nov 2026, 01:00 (UTC+9)",
    );
    expect(formatTime("2026-11-22T06:00:00.000Z", "en")).toBe("Sun 22 Nov 2026, 14:00");
  });

  it("leaves what is no time to whoever refuses it", () => expect(instantOf("soon", "Asia/Shanghai")).toBe("soon"));
});
