import { describe, expect, it } from "vitest";
import { mover, nextStarts, startingAt } from "./later-schema.ts";

const local = (starts: string[], timeZone: string) =>
  starts.map((at) => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date(at)));
const start = "2027-01-31T06:00:00.000Z";

describe("the next dates of a series", () => {
  it("come each week or fortnight", () => {
    expect(nextStarts("2026-12-24T06:00:00.000Z", "Asia/Shanghai", "weekly", 2)).toEqual([
      "2026-12-31T06:00:00.000Z",
      "2027-01-07T06:00:00.000Z",
    ]);
    expect(nextStarts("2026-12-24T06:00:00.000Z", "Asia/Shanghai", "fortnightly", 1)).toEqual(["2027-01-07T06:00:00.000Z"]);
  });

  it("leave out a month without that day", () =>
    expect(local(nextStarts(start, "Asia/Shanghai", "monthly", 3), "Asia/Shanghai")).toEqual([
      "2027-03-31 14:00",
      "2027-05-31 14:00",
      "2027-07-31 14:00",
    ]));

  it("fall on the same weekday of the month", () =>
    expect(local(nextStarts("2026-12-10T06:00:00.000Z", "Asia/Shanghai", "monthly-by-week", 3), "Asia/Shanghai")).toEqual([
      "2027-01-14 14:00",
      "2027-02-11 14:00",
      "2027-03-11 14:00",
    ]));

  it("stay at the same hour where the clocks are changed", () =>
    expect(local(nextStarts("2027-03-11T18:30:00.000Z", "Europe/Berlin", "monthly", 2), "Europe/Berlin")).toEqual([
      "2027-04-11 19:30",
      "2027-05-11 19:30",
    ]));
});

describe("an activity at another time", () => {
  it("moves every time of it along, also across midnight and a change of the clocks", () => {
    const move = mover("2027-03-27T22:30:00.000Z", "2027-04-03T21:30:00.000Z", "Europe/Berlin");
    expect(move("2027-03-28T00:30:00.000Z")).toBe("2027-04-03T23:30:00.000Z");
    const content = {
      ...{ startsAt: "2027-01-10T06:00:00.000Z", endsAt: "2027-01-10T09:00:00.000Z", timeZone: "Asia/Shanghai" },
      ...{ registrationClosesAt: "2027-01-09T06:00:00.000Z", tickets: [{ id: "a", opensAt: "2027-01-01T00:00:00.000Z" }] },
    };
    const agenda = { sessions: [{ id: "s", startsAt: "2027-01-10T06:30:00.000Z", endsAt: "2027-01-10T07:00:00.000Z" }] };
    const later = startingAt({ content, agenda } as never, "2027-02-10T06:00:00.000Z");
    expect(later).toMatchObject({
      content: {
        ...{ startsAt: "2027-02-10T06:00:00.000Z", endsAt: "2027-02-10T09:00:00.000Z" },
        ...{ registrationClosesAt: "2027-02-09T06:00:00.000Z", tickets: [{ id: "a", opensAt: "2027-02-01T00:00:00.000Z" }] },
      },
      agenda: { sessions: [{ startsAt: "2027-02-10T06:30:00.000Z", endsAt: "2027-02-10T07:00:00.000Z" }] },
    });
    expect(later.content).not.toHaveProperty("drawAt");
  });
});
